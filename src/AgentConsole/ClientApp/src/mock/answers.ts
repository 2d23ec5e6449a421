import type { Capacity, Presence } from '../words';
import type { CaseRow, ContactRow, InboxRow, MyContactRow } from '../rows';
import { callDetail, callRow, CALL } from './contacts';
import { cases, citizen } from './people';
import { ME } from './play';
import { days, nowInstant } from './times';
import type { World } from './world';

/** Bodies are what the console's own actions post; the town believes them. */
export interface Body {
  presence?: Presence; reason?: string; label?: string; attended?: boolean; text?: string; capacity?: Capacity; passed?: boolean; messageId?: string;
  template?: string; service?: string; answer?: string; name?: string; note?: string; neverCall?: boolean; priorityGroups?: string[];
}
type Play = (world: World, id: string, body: Body) => void;

const contact = (world: World, id: string, mine: Partial<MyContactRow>, detail: Partial<ContactRow> = {}): void => {
  world.patch(ME, 'contact', id, mine);
  world.patch(`contact:${id}`, 'contact', id, detail);
};

const inUnit = (world: World, id: string, inbox: Partial<InboxRow>, row: Partial<CaseRow>, words: string, text: string | null): void => {
  world.patch('unit:sosyal-yardim', 'inbox', id, inbox);
  world.patch(`case:${id}`, 'case', id, row);
  world.put(`case:${id}`, 'entry', crypto.randomUUID(), { id: crypto.randomUUID(), kind: 'entry', words, text, at: nowInstant(), who: 'Ayşe Yılmaz, Birim' });
};

/** What the small town does with an action; keyed by area and verb of its path. */
export const answers: Record<string, Play> = {
  'me.sign-in': (world) => world.patch(ME, 'me', 'ag1', { signedIn: true, presence: 'Break', since: nowInstant() }),
  'me.presence': (world, _, body) => world.patch(ME, 'me', 'ag1', { presence: body.presence, reason: body.reason ?? null, since: nowInstant() }),
  'me.sign-off': (world) => world.patch(ME, 'me', 'ag1', { signedIn: false }),
  'me.help': (world) => world.patch(ME, 'me', 'ag1', { helpAskedAt: nowInstant() }),
  'offers.accept': (world) => {
    world.remove(ME, 'offer', 'of1');
    world.put(ME, 'contact', CALL, { ...callRow('talking', false), since: nowInstant() });
    world.put(`contact:${CALL}`, 'contact', CALL, callDetail(false, null, false));
  },
  'offers.decline': (world) => world.remove(ME, 'offer', 'of1'),
  'contacts.hold': (world, id) => contact(world, id, { state: 'held' }),
  'contacts.resume': (world, id) => contact(world, id, { state: 'talking' }),
  'contacts.end': (world, id) => contact(world, id, { state: 'wrapUp' }),
  'contacts.transfer': (world, id, body) => contact(world, id, { transferTo: body.label ?? null, state: body.attended ? 'consulting' : 'talking' }),
  'contacts.transfer.cancel': (world, id) => contact(world, id, { transferTo: null, state: 'talking' }),
  'contacts.transfer.complete': (world, id) => contact(world, id, { transferTo: null, state: 'wrapUp' }),
  'contacts.note': (world, id, body) => contact(world, id, {}, { note: body.text ?? null }),
  'contacts.capacity': (world, id, body) => contact(world, id, {}, { capacity: body.capacity ?? 'Self' }),
  'contacts.subjects': (world, id, body) => {
    const row = world.row(`contact:${id}`, 'contact', id) as ContactRow;
    contact(world, id, {}, { subjects: [...row.subjects, { name: body.name ?? null, note: body.note ?? null }] });
  },
  'contacts.incident': (world, id, body) => contact(world, id, {}, { incident: body.label ?? null }),
  'citizens.safe-contact': (world, _, body) => world.patch(`card:${CALL}`, 'citizen', 'ct1', { safeContact: body, safeContactWords: body.neverCall ? 'Telefonla aranmaz' : null }),
  'citizens.identity': (world, _, body) => world.patch(`card:${CALL}`, 'citizen', 'ct1', { name: body.name, priorityGroups: body.priorityGroups ?? [] }),
  'cases.escalate': (world, id) => world.patch(`card:${CALL}`, 'case', id, { status: 'Escalated', statusWords: 'Birimde bekliyor' }),
  'contacts.finish': (world, id) => world.remove(ME, 'contact', id),
  'contacts.verify': (world, id, body) => {
    if (body.passed) world.put(`card:${id}`, 'citizen', 'ct1', citizen(true));
  },
  'contacts.messages': (world, id, body) => world.put(`contact:${id}`, 'message', body.messageId ?? '', {
    id: body.messageId, direction: 'Outbound', text: body.text, at: nowInstant(), status: 'Sent', statusReason: null, by: 'Ayşe Yılmaz', template: body.template ?? null,
  }),
  'contacts.cases': (world, id, body) => {
    const number = '402190013';
    world.put(`card:${id}`, 'case', number, { ...cases[0], id: number, number, serviceName: body.service ?? 'Konusu belirlenecek', openedAt: nowInstant(), deadline: days(21), statusWords: 'Birimde bekliyor', status: 'Escalated' });
    contact(world, id, {}, { caseIds: [number as never] });
  },
  'cases.accept': (world, id) => inUnit(world, id, { status: 'Accepted', statusWords: 'Birim kabul etti', acceptedBy: 'Ayşe Yılmaz' }, { status: 'Accepted', statusWords: 'Birim kabul etti' }, 'Birim kabul etti', null),
  'cases.notes': (world, id, body) => inUnit(world, id, {}, {}, 'Not eklendi', body.text ?? null),
  'cases.return': (world, id) => world.remove('unit:sosyal-yardim', 'inbox', id),
  'cases.resolve': (world, id, body) => inUnit(world, id, { status: 'Resolved', statusWords: 'Sonuçlandı' }, { status: 'Resolved', statusWords: 'Sonuçlandı', answer: body.answer ?? null }, 'Sonuçlandı', null),
};
