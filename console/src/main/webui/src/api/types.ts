// What the services say, written by hand until it is generated from their OpenAPI; nothing else in here.

export interface Listed<Item> {
  items: Item[];
  next: string | null;
  total: number;
}
export interface Refusal {
  act: string;
  reason: string;
}
export interface Actionable {
  can: string[];
  cannot: Refusal[];
}
/** One act on a task, as the audit keeps it. */
export interface TaskHappened {
  at: string;
  who: string;
  act: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}
export interface AlertHappened {
  at: string;
  by: string | null;
  act: string;
  text: string | null;
  reason: string | null;
}
export interface UnitRef {
  id: string;
  name: string;
}
export interface Counted {
  key: string;
  count: number;
  query: string;
}

// console
export type Role = 'admin' | 'leader' | 'supervisor' | 'office' | 'inspector' | 'school' | 'school-system';
export interface Me {
  username: string;
  name: string;
  roles: Role[];
  unitId: string | null;
  locale: string | null;
}

// plan
export type PlanState = 'draft' | 'published' | 'withdrawn';
export type Review = 'proposed' | 'accepted' | 'rejected';
export interface TargetView {
  id: string;
  quote: string;
  quoteStart: number;
  quoteEnd: number;
  indicator: string | null;
  kind: string;
  comparator: string | null;
  value: number | null;
  upper: number | null;
  unit: string | null;
  dueOn: string | null;
  dueText: string | null;
  dueInferred: boolean;
  strength: string | null;
  recurrence: string | null;
  universal: boolean;
  review: Review;
  attained: boolean | null;
  attainedValue: number | null;
  taskId?: string | null;
}
export interface MeasureView {
  id: string;
  ordinal: number;
  /** As printed, empty where there is none. */
  number: string;
  title: string | null;
  text: string;
  targets: TargetView[];
}
export interface ChapterView {
  ordinal: number;
  number: string;
  title: string;
  measures: MeasureView[];
}
export interface PlanCounts {
  chapters: number;
  measures: number;
  targets: number;
  accepted: number;
  rejected: number;
  unreviewed: number;
}
export interface PlanSummary {
  id: string;
  title: string;
  issuer: string | null;
  year: number | null;
  state: PlanState;
  version: number;
  counts: PlanCounts;
}
export interface PlanView extends PlanSummary, Actionable {
  bureauId: string;
  document: { name: string; size: number; type: string; sha256: string; warnings: string[] };
  chapters: ChapterView[];
}
export interface TargetEdit {
  indicator?: string | null;
  value?: number | null;
  upper?: number | null;
  unit?: string | null;
  comparator?: string | null;
  dueOn?: string | null;
  review?: Review;
}

// task
export type TaskState = 'proposed' | 'assigned' | 'accepted' | 'under_way' | 'submitted' | 'completed' | 'cancelled';
export interface TaskView extends Actionable {
  id: string;
  planId: string | null;
  targetId: string | null;
  parentId: string | null;
  title: string;
  quote: string | null;
  measure: string | null;
  state: TaskState;
  leadUnit: UnitRef | null;
  proposal: { unitId: string; name: string; reason: string } | null;
  supportingUnits: UnitRef[];
  dueOn: string | null;
  dueInferred: boolean;
  overdue: boolean;
  daysLate: number;
  workingDaysLeft: number | null;
  value: number | null;
  targetValue: number | null;
  comparator: string | null;
  unit: string | null;
  version: number;
  planTitle?: string;
  chapter?: string;
  history?: TaskHappened[];
  reports?: { id: string; at: string; by: string; value: number | null; narrative: string }[];
  children?: TaskView[];
}
export interface UnitView {
  id: string;
  parentId: string | null;
  name: string;
  kind: string;
  path?: string;
  functions?: string[];
}
export interface PersonView {
  id: string;
  unitId: string;
  username: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  duty: string | null;
}

// supervision
export type Rung = 'REMINDER' | 'URGING' | 'WARNING' | 'SUPERVISION' | 'BULLETIN' | 'TALK' | 'ACCOUNTABILITY';
export type AlertState = 'open' | 'resolved' | 'closed';
export type StepState = 'planned' | 'taken' | 'proposed' | 'signed' | 'dropped';
export interface StepView {
  ordinal: number;
  rung: Rung;
  plannedAt: string | null;
  state: StepState;
  takenAt: string | null;
  by: string | null;
  /** The word for why; its sentence is the reason. */
  because?: string;
  reason: string | null;
  audience: string[];
}
export interface AlertView extends Actionable {
  id: string;
  taskId: string;
  taskTitle: string;
  planId?: string | null;
  unit: UnitRef | null;
  rung: Rung;
  state: AlertState;
  dueOn: string | null;
  daysLate: number;
  raisedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  snoozedUntil: string | null;
  resolvedAt?: string | null;
  reason?: string | null;
  version?: number;
  proposed?: Rung | null;
  nextStepAt?: string | null;
  acknowledgement?: string | null;
  snoozeReason?: string | null;
  endedBy?: string | null;
  endedAt?: string | null;
  steps?: StepView[];
  history?: AlertHappened[];
}

// notification
export interface MessageView {
  id: string;
  seq: number;
  kind: string;
  title: string;
  body: string;
  link: string | null;
  urgent: boolean;
  createdAt: string;
  readAt: string | null;
  subject: { type: 'task' | 'alert' | 'plan' | 'calendar'; id: string } | null;
}
export interface DeliveryView extends Partial<Actionable> {
  id: string;
  channel: string;
  state: string;
  recipient: string;
  recipientName?: string | null;
  title: string;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  /** Queued until then, where people are not written to by night. */
  dueAt?: string;
  sentAt: string | null;
}

// every service
export type ServiceName = 'plan' | 'task' | 'supervision' | 'notification';
export type DeadLetterState = 'waiting' | 'replayed' | 'discarded';
export interface DeadLetterView {
  id: string;
  topic: string;
  key: string | null;
  type: string | null;
  cause: string;
  state: DeadLetterState;
  keptAt: string;
  attempts: number;
  /** The event as it was read, as far as it is text. */
  value: string | null;
}
