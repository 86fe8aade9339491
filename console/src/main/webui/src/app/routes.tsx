import { lazy, type ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Frame } from './Frame';
import { Broken, NotFound } from './NotFound';
import { urls } from './urls';

const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => {
  const Component = lazy(load);
  return { path, Component, errorElement: <Broken /> };
};

export const router = createBrowserRouter([
  {
    Component: Frame,
    errorElement: <Broken />,
    children: [
      page('/', () => import('../features/overview/OverviewPage')),
      page('/plans', () => import('../features/plans/PlansPage')),
      page('/plans/search', () => import('../features/plans/SearchPage')),
      page('/plans/:id', () => import('../features/plans/PlanPage')),
      page('/plans/:id/year/:tab', () => import('../features/plans/YearPage')),
      page('/plans/:id/comparison', () => import('../features/plans/ComparisonPage')),
      page('/tasks', () => import('../features/tasks/TasksPage')),
      page('/tasks/reports', () => import('../features/tasks/ReportsPage')),
      page('/tasks/reports/units', () => import('../features/tasks/TimelinessPage')),
      page('/tasks/:id', () => import('../features/tasks/TaskPage')),
      page('/alerts', () => import('../features/supervision/AlertsPage')),
      page('/alerts/rules', () => import('../features/supervision/RulesPage')),
      page('/alerts/simulation', () => import('../features/supervision/SimulationPage')),
      page('/alerts/:id', () => import('../features/supervision/AlertPage')),
      page('/messages', () => import('../features/messages/MessagesPage')),
      page('/units', () => import('../features/units/UnitsPage')),
      page('/units/:id', () => import('../features/units/UnitPage')),
      page('/units/people', () => import('../features/units/PeoplePage')),
      page('/units/burden', () => import('../features/units/BurdenPage')),
      page('/units/calendar/:year?', () => import('../features/units/CalendarPage')),
      page('/webhooks', () => import('../features/webhooks/WebhooksPage')),
      page('/webhooks/:id', () => import('../features/webhooks/WebhookPage')),
      page('/health/flow', () => import('../features/health/FlowPage')),
      page('/health/deliveries', () => import('../features/health/DeliveriesPage')),
      page('/health/dead-letters/:service', () => import('../features/health/DeadLettersPage')),
      { path: '/health', element: <Navigate to={urls.deliveries()} replace /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
