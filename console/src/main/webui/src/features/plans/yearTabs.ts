export const YEAR_TABS = ['progress', 'roadmap', 'lists'] as const;
export type YearTab = (typeof YEAR_TABS)[number];
