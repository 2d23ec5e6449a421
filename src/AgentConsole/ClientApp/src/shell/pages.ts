import { lazy } from 'react';
import type { Role } from '../words';

export const pages = ['agent', 'supervisor', 'unit'] as const;
export type Page = (typeof pages)[number];

const parts = {
  agent: () => import('../agent/AgentPage').then((part) => ({ default: part.AgentPage })),
  supervisor: () => import('../supervisor/SupervisorPage').then((part) => ({ default: part.SupervisorPage })),
  unit: () => import('../unit/UnitPage').then((part) => ({ default: part.UnitPage })),
};

export const AgentPage = lazy(parts.agent);
export const SupervisorPage = lazy(parts.supervisor);
export const UnitPage = lazy(parts.unit);

/** Fetches every page while somebody types a password, so that nothing is fetched after sign-in but snapshots. */
export function preloadPages(): void {
  for (const load of Object.values(parts)) void load();
  void import('../supervisor/report/Report');
}

const pageOfRole: Partial<Record<Role, Page>> = {
  agent: 'agent', supervisor: 'supervisor', unit: 'unit',
  // They read the report; the live desk is not theirs.
  manager: 'supervisor', chief: 'supervisor', administrator: 'supervisor', auditor: 'supervisor',
};

/** The pages a person's roles open, in the order of the header. */
export function pagesOf(roles: readonly Role[]): Page[] {
  const open = new Set(roles.map((role) => pageOfRole[role]));
  return pages.filter((page) => open.has(page));
}
