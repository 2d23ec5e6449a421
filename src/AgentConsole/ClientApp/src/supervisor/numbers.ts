import type { AgentRow, QueueRow, WaitingRow } from '../rows';
import type { Instant } from '../ids';

export interface DeskNumbers {
  waiting: number; oldest: Instant | null;
  /** Weighted by the contacts each queue answered or lost today; null before the first. */
  serviceLevel: number | null; targetSeconds: number | null;
  answered: number; abandoned: number; ready: number; talking: number; wrapUp: number; onBreak: number; missed: number;
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);

function serviceLevel(queues: readonly QueueRow[]): number | null {
  const counted = queues.filter((queue) => queue.serviceLevel !== null && queue.answeredToday + queue.abandonedToday > 0);
  const weight = sum(counted, (queue) => queue.answeredToday + queue.abandonedToday);
  return weight === 0 ? null : sum(counted, (queue) => (queue.serviceLevel ?? 0) * (queue.answeredToday + queue.abandonedToday)) / weight;
}

/** What an agent is doing right now, for counting; a call outranks the presence under it. */
export type Doing = 'talking' | 'wrapUp' | 'ready' | 'missed' | 'break';

export function doing(agent: AgentRow): Doing {
  if (agent.callState === 'wrapUp') return 'wrapUp';
  if (agent.callState !== 'none') return 'talking';
  switch (agent.presence) {
    case 'Ready':
      return 'ready';
    case 'Missed':
    case 'PhoneUnreachable':
      return 'missed';
    case 'Break':
    case 'HardCallBreak':
    case 'Meeting':
      return 'break';
  }
}

/** The top line, folded from the rows on screen. */
export function deskNumbers(queues: readonly QueueRow[], waiting: readonly WaitingRow[], agents: readonly AgentRow[]): DeskNumbers {
  const counts: Record<Doing, number> = { talking: 0, wrapUp: 0, ready: 0, missed: 0, break: 0 };
  for (const agent of agents) counts[doing(agent)]++;
  const targets = new Set(queues.map((queue) => queue.serviceLevelTargetSeconds));
  return {
    waiting: waiting.length,
    oldest: waiting.reduce<Instant | null>((oldest, row) => (oldest === null || row.since < oldest ? row.since : oldest), null),
    serviceLevel: serviceLevel(queues),
    targetSeconds: targets.size === 1 ? ([...targets][0] ?? null) : null,
    answered: sum(queues, (queue) => queue.answeredToday),
    abandoned: sum(queues, (queue) => queue.abandonedToday),
    ready: counts.ready, talking: counts.talking, wrapUp: counts.wrapUp, onBreak: counts.break, missed: counts.missed,
  };
}
