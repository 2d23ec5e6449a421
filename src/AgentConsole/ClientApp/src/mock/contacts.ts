import type { AgentId, CitizenId, ContactId, MessageId, OfferId } from '../ids';
import type { ContactRow, MessageRow, MyContactRow, OfferRow } from '../rows';
import type { ContactState } from '../words';
import { hours, minutes, nowInstant } from './times';

export const CALL = 'call1' as ContactId;
export const TALK = 'talk1' as ContactId;
export const CLOSED = 'talk2' as ContactId;

export const offer = (danger: boolean): OfferRow => ({
  id: 'of1' as OfferId, contactId: CALL, medium: 'Call', channel: 'Voice', queueName: danger ? 'Acil' : 'Sosyal yardım', priority: danger ? 'P1' : 'P3', who: 'Ş. I.',
  why: danger ? '0 tuşladı: acil hat' : 'Sosyal yardım becerisi, en uzun boşta', waitingSince: minutes(-1.4), until: minutes(0.32), timeoutSeconds: 20, openCases: 2, danger,
});

export const callRow = (state: ContactState, danger: boolean, who = 'Ş. I.'): MyContactRow => ({
  id: CALL, medium: 'Call', channel: 'Voice', state, who, queueName: danger ? 'Acil' : 'Sosyal yardım', priority: danger ? 'P1' : 'P3',
  since: minutes(-3.2), unread: 0, windowUntil: null, citizenId: 'ct1' as CitizenId, confidential: false, transferTo: null, wrapUpUntil: state === 'wrapUp' ? minutes(1.4) : null,
});

export const callDetail = (verified: boolean, note: string | null, danger: boolean): ContactRow => ({
  id: CALL, medium: 'Call', channel: 'Voice', state: 'talking', agentId: 'ag1' as AgentId, queueName: danger ? 'Acil' : 'Sosyal yardım', line: 'ALO 153', priority: danger ? 'P1' : 'P3', arrivedAt: minutes(-5),
  connectedAt: minutes(-3.2), endedAt: null, outcome: null, category: null, capacity: 'Self', incident: null, verified, canWriteFreely: false, windowUntil: null, note,
  transferNote: null, transferTo: null, citizenId: 'ct1' as CitizenId, caseIds: [], confidential: false, recording: true, subjects: [],
});

export const talkRows: MyContactRow[] = [
  { id: TALK, medium: 'Conversation', channel: 'WhatsApp', state: 'conversation', who: 'Kadir Şimşek', queueName: 'Genel bilgi', priority: 'P4', since: minutes(-24), unread: 2, windowUntil: hours(23.2), citizenId: 'ct2' as CitizenId, confidential: false, transferTo: null, wrapUpUntil: null },
  { id: CLOSED, medium: 'Conversation', channel: 'WhatsApp', state: 'conversation', who: 'Mavi Çınar', queueName: 'Sosyal yardım', priority: 'P2', since: hours(-26), unread: 0, windowUntil: hours(-2), citizenId: 'ct3' as CitizenId, confidential: true, transferTo: null, wrapUpUntil: null },
  { id: 'sms1' as ContactId, medium: 'Conversation', channel: 'Sms', state: 'conversation', who: 'İlknur Ağaoğlu', queueName: 'Genel bilgi', priority: 'P4', since: minutes(-71), unread: 1, windowUntil: null, citizenId: 'ct4' as CitizenId, confidential: false, transferTo: null, wrapUpUntil: null },
];

export const talkDetail = (row: MyContactRow): ContactRow => ({
  ...callDetail(true, null, false), id: row.id, medium: 'Conversation', channel: row.channel, line: row.channel === 'Sms' ? '1530' : '0552 153 00 34', queueName: row.queueName, priority: row.priority, confidential: row.confidential,
  canWriteFreely: row.windowUntil === null || row.windowUntil > nowInstant(), windowUntil: row.windowUntil, recording: false, citizenId: row.citizenId,
});

export const talkMessages: MessageRow[] = [
  { id: 'm1' as MessageId, direction: 'Inbound', text: 'Merhaba, gıda kolisi için başvurmuştum. Ne zaman gelir acaba?', at: minutes(-24), status: null, statusReason: null, by: null, template: null },
  { id: 'm2' as MessageId, direction: 'Outbound', text: 'Merhaba Kadir Bey, başvurunuz Gıda Bankası tarafından kabul edildi. Teslimat için bu hafta içinde aranacaksınız.', at: minutes(-21), status: 'Read', statusReason: null, by: 'Ayşe Yılmaz', template: null },
  { id: 'm3' as MessageId, direction: 'Outbound', text: 'Adresinizi doğrulayabilir misiniz?', at: minutes(-20.5), status: 'Delivered', statusReason: null, by: 'Ayşe Yılmaz', template: null },
  { id: 'm4' as MessageId, direction: 'Inbound', text: 'Yahya Kaptan Mah. Şehit Ergün Köncü Sk. No 14/3', at: minutes(-2.5), status: null, statusReason: null, by: null, template: null },
  { id: 'm5' as MessageId, direction: 'Inbound', text: 'Kapı zili bozuk, arasınlar lütfen 🙏', at: minutes(-2), status: null, statusReason: null, by: null, template: null },
];

export const failed: MessageRow = {
  id: 'm9' as MessageId, direction: 'Outbound', text: 'Randevunuz yarın saat 14.00’te.', at: hours(-2.2), status: 'Failed', statusReason: 'Alıcının hattı mesaj kabul etmedi.', by: 'Ayşe Yılmaz', template: null,
};
