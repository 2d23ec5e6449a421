import type { AgentId } from '../ids';
import type { MeRow } from '../rows';
import { callDetail, callRow, CALL, CLOSED, failed, offer, TALK, talkDetail, talkMessages, talkRows } from './contacts';
import { agents, lines, queues, waiting } from './desk';
import { directory } from './directory';
import { cases, citizen, tasks, timeline } from './people';
import { minutes } from './times';
import { caseOf, entriesOf, inbox } from './unitRows';
import type { World } from './world';

export const ME = 'agent:ag1';
const NOTE = 'Yakacak başvurusunu sordu. Evde yaşlı ve hasta, gıda kolisi de istiyor.';

const me: MeRow = {
  id: 'ag1' as AgentId, name: 'Ayşe Yılmaz', presence: 'Ready', reason: null, since: minutes(-12.5), signedIn: true, extension: '101', handledToday: 23, missedToday: 1,
  talkSecondsToday: 6120, helpAskedAt: null,
};

/** Sets the town to one moment. */
export function play(world: World, stage: string): void {
  world.put(ME, 'me', 'ag1', stage === 'break' ? { ...me, presence: 'Break', reason: 'Yemek' } : me);
  for (const row of tasks) world.put(ME, 'task', row.id, row);
  putCard(world, `card:${CALL}`, stage !== 'offer' && stage !== 'danger');
  putStage(world, stage);
  for (const row of stage === 'empty' ? [] : talkRows) {
    world.put(ME, 'contact', row.id, row);
    world.put(`contact:${row.id}`, 'contact', row.id, talkDetail(row));
    putCard(world, `card:${row.id}`, true);
  }
  for (const row of talkMessages) world.put(`contact:${TALK}`, 'message', row.id, row);
  world.put(`contact:${CLOSED}`, 'message', failed.id, failed);
  putDesk(world, stage);
}

function putStage(world: World, stage: string): void {
  const danger = stage === 'danger' || stage === 'dangercall';
  switch (stage) {
    case 'offer':
    case 'danger':
      world.put(ME, 'offer', 'of1', offer(danger));
      world.put(`contact:${CALL}`, 'contact', CALL, callDetail(false, null, danger));
      return;
    case 'call':
    case 'dangercall':
    case 'wrapup':
      world.put(ME, 'contact', CALL, callRow(stage === 'wrapup' ? 'wrapUp' : 'talking', danger, 'Şükran Işıklı'));
      world.put(`contact:${CALL}`, 'contact', CALL, callDetail(true, NOTE, danger));
      return;
    default:
  }
}

function putCard(world: World, topic: string, verified: boolean): void {
  world.put(topic, 'citizen', 'ct1', citizen(verified));
  for (const row of cases) world.put(topic, 'case', row.id, row);
  for (const row of timeline) world.put(topic, 'timeline', row.id, row);
}

function putDesk(world: World, stage: string): void {
  for (const row of directory) world.put('directory', 'directory', row.id, row);
  if (stage === 'empty') return;
  for (const row of queues) world.put('desk:masa', 'queue', row.id, row);
  for (const row of stage === 'many' ? many() : waiting) world.put('desk:masa', 'waiting', row.contactId, row);
  for (const row of agents) world.put('desk:masa', 'agent', row.id, row);
  for (const row of lines) world.put('desk:masa', 'line', row.number, row);
  for (const row of inbox) {
    world.put('unit:sosyal-yardim', 'inbox', row.id, row);
    world.put(`case:${row.id}`, 'case', row.id, caseOf(row));
    for (const entry of entriesOf(row)) world.put(`case:${row.id}`, 'entry', entry.id, entry);
  }
}

/** The state of too much: ten thousand wait. */
const many = () => Array.from({ length: 10_000 }, (_, index) => ({
  ...waiting[index % waiting.length], contactId: `w${index}`, since: minutes(-index / 100),
}));
