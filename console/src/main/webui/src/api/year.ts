// How a plan's year stands: names for the shapes that are generated from plan-service's API.
import type { components } from './generated/plan';

type Plan = components['schemas'];

export type Light = Plan['Light'];
export type Standing = Plan['Standing'];
export type Counts = Partial<Record<Standing, number>>;
export type TargetYear = Plan['TargetYear'];
export type MeasureYear = Omit<Plan['MeasureYear'], 'counts'> & { counts: Counts };
export type ChapterYear = Omit<Plan['ChapterYear'], 'counts' | 'measures'> & { counts: Counts; measures: MeasureYear[] };
export type YearView = Omit<Plan['YearView'], 'counts' | 'chapters'> & { counts: Counts; chapters: ChapterYear[] };
export type UnitShare = Plan['UnitShare'];
export type Point = Plan['Point'];
export type TargetHistory = Plan['TargetHistory'];
export type TargetOverYears = Plan['TargetOverYears'];
export type Line = Plan['Line'];
export type Listing = Plan['Listing'];
export type ListName = 'problems' | 'responsibilities' | 'tasks';
export type Comparison = Plan['Comparison'];
export type ComparisonLine = Comparison['lines'][number];
export type LastResult = Plan['LastResult'];
export type Found = Plan['Found'];
