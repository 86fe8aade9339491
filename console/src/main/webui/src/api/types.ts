// Names for what the services say: the shapes are generated from docs/api, only what those leave open is told here.
import type { components as NotificationApi } from './generated/notification';
import type { components as PlanApi } from './generated/plan';
import type { components as SupervisionApi } from './generated/supervision';
import type { components as TaskApi } from './generated/task';

type Plan = PlanApi['schemas'];
type Task = TaskApi['schemas'];
type Supervision = SupervisionApi['schemas'];
type Notification = NotificationApi['schemas'];
/** A generated shape with a word that the API knows only as text. */
type With<Shape, Known> = Omit<Shape, keyof Known> & Known;

export interface Listed<Item> {
  items: Item[];
  next: string | null;
  total: number;
}
export type Refusal = Task['Cannot'];
export interface Actionable {
  can: string[];
  cannot: Refusal[];
}
export type Counted = Task['Count'];
export type UnitRef = Pick<Task['UnitRef'], 'id' | 'name'>;

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
export type Review = 'proposed' | 'accepted' | 'rejected' | 'withdrawn';
export type TargetView = With<Plan['TargetView'], { review: Review }>;
export type MeasureView = With<Plan['MeasureView'], { targets: TargetView[] }>;
export type ChapterView = With<Plan['ChapterView'], { measures: MeasureView[] }>;
export type PlanSummary = With<Plan['Summary'], { state: PlanState }>;
export type PlanView = With<Plan['PlanView'], { state: PlanState; chapters: ChapterView[] }>;
/** How a review stands and what has changed, by whomever, since the version one knew. */
export type ReviewView = With<Plan['ReviewView'], { targets: { measureId: string; target: TargetView }[] }>;
export type FindingView = With<Plan['FindingView'], { severity: 'blocking' | 'warning' }>;
export type HealthView = With<Plan['HealthView'], { findings: FindingView[] }>;
export type AmendmentView = With<Plan['AmendmentView'], { kind: 'change' | 'withdrawal' | 'addition'; state: 'proposed' | 'approved' | 'refused' }>;
export type TargetEdit = With<Plan['TargetEdit'], { review?: Review }>;

// task
export type TaskState = 'proposed' | 'assigned' | 'accepted' | 'under_way' | 'suspended' | 'submitted' | 'completed' | 'cancelled';
/** One act on a task, as the audit keeps it. */
export type TaskHappened = With<Task['HistoryView'], { before: Record<string, unknown> | null; after: Record<string, unknown> | null }>;
export type TaskView = With<Task['TaskView'], { state: TaskState; history?: TaskHappened[] | null; extensions?: ExtensionView[] | null; children?: TaskView[] | null }>;
export type ExtensionView = With<Task['ExtensionView'], { state: 'asked' | 'granted' | 'refused' | 'overtaken' }>;
export type ReportView = Task['ReportView'];
export type MilestoneView = Task['MilestoneView'];
export type Obstacle = Task['Obstacle'];
export type Cadence = Task['Cadence'];
export type ReportState = Task['ReportState'];
export type ExpectedReportView = Task['ExpectedReportView'];
export type UnitTimeliness = Task['UnitTimeliness'];
export type Burden = Task['Burden'];
export type MonthBurden = Task['MonthBurden'];
export type ReportPolicyView = Task['ReportPolicy'];
export type EvidenceView = Task['EvidenceView'];
export type UnitView = Task['Unit'];
export type PersonView = Task['Person'];
export type UnitPageView = Task['UnitPage'];
export type UnitHappened = UnitPageView['history'][number];
export type ClosedView = Task['Closed'];
export type HandedOverView = Task['HandedOver'];
export type SheetReportView = Task['SheetReport'];
export type CalendarView = Task['YearView'];
export type MovedView = Task['Moved'];
export type TermView = Task['TermView'];

// supervision
export type Rung = Supervision['Rung'];
export type AlertState = 'open' | 'resolved' | 'closed';
export type StepState = 'planned' | 'taken' | 'proposed' | 'signed' | 'dropped';
export type AlertHappened = Supervision['Happened'];
export type StepView = With<Supervision['Step'], { state: StepState }>;
export type AlertLine = With<Supervision['AlertLine'], { state: AlertState }>;
export type AlertView = With<Supervision['AlertView'], { state: AlertState; steps: StepView[] }>;
export type AlertAnswer = Supervision['Answer'];
export type LadderView = Supervision['LadderView'];
export type RungView = Supervision['RungView'];
export type LaddersView = Supervision['Ladders'];
export type LadderPreview = Supervision['Preview'];
export type SimulationView = Supervision['SimulationView'];
export type SimulatedOutcome = Supervision['Outcome'];
export type SimulatedLoad = Supervision['Load'];
export type SimulatedMessage = Supervision['MessageLine'];
export type SimulatedTask = Supervision['TaskLine'];

// notification
export type MessageView = With<Notification['MessageView'], { subject: { type: 'task' | 'alert' | 'plan' | 'calendar' | 'webhook'; id: string } | null }>;
export type DeliveryView = Notification['DeliveryView'];
export type WebhookView = Notification['WebhookView'];
export type WebhookWithSecret = Notification['WebhookWithSecret'];
export type WebhookCallView = With<Notification['WebhookCallView'], { state: 'queued' | 'sending' | 'sent' | 'failed' }>;

// every service
export type FlowView = Task['Flow'];
export type ServiceName = 'plan' | 'task' | 'supervision' | 'notification';
export type DeadLetterState = 'waiting' | 'replayed' | 'discarded';
export type DeadLetterView = With<Task['DeadLetter'], { state: DeadLetterState }>;
