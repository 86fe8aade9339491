// Every address of the console, and nothing else: features link to each other through here and know no more of each other.
export const urls = {
  overview: () => '/',
  plans: (query = '') => withQuery('/plans', query),
  plan: (id: string, targetId?: string | null) => `/plans/${id}${targetId ? `?target=${targetId}` : ''}`,
  planYear: (id: string, tab = 'progress') => `/plans/${id}/year/${tab}`,
  planSearch: (query = '') => withQuery('/plans/search', query),
  planComparison: (id: string) => `/plans/${id}/comparison`,
  tasks: (query = '') => withQuery('/tasks', query),
  task: (id: string) => `/tasks/${id}`,
  reports: (query = '') => withQuery('/tasks/reports', query),
  timeliness: (query = '') => withQuery('/tasks/reports/units', query),
  alerts: (query = '') => withQuery('/alerts', query),
  rules: (query = '') => withQuery('/alerts/rules', query),
  simulation: (query = '') => withQuery('/alerts/simulation', query),
  alert: (id: string) => `/alerts/${id}`,
  messages: (query = '') => withQuery('/messages', query),
  units: (query = '') => withQuery('/units', query),
  unit: (id: string) => `/units/${id}`,
  people: (query = '') => withQuery('/units/people', query),
  burden: (query = '') => withQuery('/units/burden', query),
  calendar: (year?: number) => (year ? `/units/calendar/${year}` : '/units/calendar'),
  webhooks: () => '/webhooks',
  webhook: (id: string) => `/webhooks/${id}`,
  flow: () => '/health/flow',
  deliveries: (query = '') => withQuery('/health/deliveries', query),
  deadLetters: (service = 'plan', query = '') => withQuery(`/health/dead-letters/${service}`, query),
};

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query.replace(/^\?/, '')}` : path;
}
