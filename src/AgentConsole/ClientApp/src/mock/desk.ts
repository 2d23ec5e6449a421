import type { AgentId, ContactId, QueueId } from '../ids';
import type { AgentRow, LineRow, QueueRow, WaitingRow } from '../rows';
import type { Channel, Presence, Priority } from '../words';
import { minutes } from './times';

const queue = (id: string, name: string, waiting: number, oldest: number, available: number, answered: number, abandoned: number, level: number): QueueRow => ({
  id: id as QueueId, name, waiting, oldestSince: waiting > 0 ? minutes(-oldest) : null, agents: 14, available, offeredToday: answered + abandoned, answeredToday: answered,
  abandonedToday: abandoned, serviceLevel: level, serviceLevelTargetSeconds: 20,
});

export const queues: QueueRow[] = [
  queue('genel', 'Genel bilgi', 3, 0.6, 4, 512, 22, 0.91), queue('sosyal', 'Sosyal yardım', 6, 3.4, 0, 203, 14, 0.71), queue('acil', 'Acil', 0, 0, 4, 12, 0, 1),
  queue('yasli', 'Yaşlı ve engelli hizmetleri', 1, 0.3, 2, 82, 5, 0.86), queue('triage', 'Konusu belirlenecek', 2, 12, 3, 41, 0, 0.8),
];

const who = ['Ş. I.', 'M. K.', 'H. Ç.', '0552 *** 12', 'G. Ö.', 'CİMER 2203114', 'Ü. D.', 'R. A.', 'F. T.', 'N. B.', 'Bilinmeyen', 'S. Y.'];
const channelOf: Channel[] = ['Voice', 'Voice', 'WhatsApp', 'Voice', 'Voice', 'Cimer', 'Voice', 'Sms', 'Voice', 'Web', 'Voice', 'Voice'];

export const waiting: WaitingRow[] = who.map((name, index) => ({
  contactId: `w${index}` as ContactId, medium: channelOf[index] === 'Voice' ? 'Call' : 'Conversation', channel: channelOf[index] ?? 'Voice',
  queueId: (['sosyal', 'genel', 'triage', 'yasli'][index % 4] ?? 'genel') as QueueId, priority: (['P3', 'P4', 'P4', 'P2', 'P5'] as Priority[])[index % 5] ?? 'P4', since: minutes(-(3.4 - index * 0.27)),
  who: name, offeredTo: index === 1 ? 'ag2' : null, offerUntil: index === 1 ? minutes(0.2) : null, onlyFor: index === 4 ? 'ag3' : null, incident: index === 2 ? 'Su kesintisi, Yahya Kaptan' : null,
}));

const names = ['Ayşe Yılmaz', 'Mehmet Kaya', 'Zeynep Demir', 'Çağla Aydın', 'İbrahim Şahin', 'Ömer Faruk Koç', 'Ülkü Polat', 'Gökhan Arslan', 'Işıl Doğan', 'Şule Kurt', 'Tarık Öz', 'Umut Çetin', 'Leyla Güneş', 'Burak Yıldız', 'Nihal Erdoğan', 'Kemal Aksoy', 'Derya Tunç', 'Sinan Bulut'];
const presenceOf: Presence[] = ['Ready', 'Ready', 'Ready', 'Break', 'Ready', 'Missed', 'Ready', 'Meeting', 'HardCallBreak'];

export const agents: AgentRow[] = names.map((name, index) => {
  const calling = index % 3 === 1;
  return {
    id: `ag${index + 1}` as AgentId, name, presence: presenceOf[index % 9] ?? 'Ready', reason: presenceOf[index % 9] === 'Break' ? 'Yemek' : null, since: minutes(-((index * 7) % 23) - 0.4),
    callContactId: calling ? (`call${index}` as ContactId) : null, callState: calling ? (index === 4 ? 'wrapUp' : 'talking') : 'none', conversations: index % 4, conversationLimit: 4,
    skills: index % 2 ? ['Sosyal yardım', 'İngilizce'] : ['Genel', 'Yaşlı ve engelli'], handledToday: 12 + ((index * 5) % 17), missedToday: index % 5 === 0 ? 1 : 0,
    helpAskedAt: index === 4 ? minutes(-0.8) : null, helpContactId: index === 4 ? ('call4' as ContactId) : null,
  };
});

export const lines: LineRow[] = [
  { number: '153', name: 'ALO 153 Çözüm Merkezi', open: true, announcement: null }, { number: '0262 318 00 00', name: 'Belediye santrali', open: true, announcement: 'su-kesintisi' },
  { number: '0552 153 00 34', name: 'WhatsApp hattı', open: true, announcement: null },
];
