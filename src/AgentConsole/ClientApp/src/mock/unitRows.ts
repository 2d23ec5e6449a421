import type { CaseId, Instant, UnitId } from '../ids';
import type { CaseEntryRow, CaseRow, InboxRow } from '../rows';
import type { Priority } from '../words';
import { days, hours, minutes } from './times';

const row = (n: number, serviceName: string, priority: Priority, acceptBy: Instant, closeBy: Instant, part: Partial<InboxRow> = {}): InboxRow => ({
  id: `c${n}` as CaseId, number: `4021${8800 + n * 7}-${n % 10}`, serviceName, priority, status: 'Escalated', statusWords: 'Birimde bekliyor', receivedAt: days(-n / 3 - 0.2), acceptBy, closeBy,
  closeBySource: 'belediye ayarı', approximate: false, acceptanceOverdue: false, overdue: false, confidential: false, acceptedBy: null, reminders: 0, ...part,
});

const accepted = { status: 'Accepted', statusWords: 'Birim kabul etti', acceptedBy: 'Elif Özkan' } as const;

export const inbox: InboxRow[] = [
  row(1, 'Yangın sonrası acil gıda ve barınma', 'P1', minutes(25), hours(5)),
  row(2, 'Gıda kolisi yardımı', 'P3', hours(-3), days(9), { acceptanceOverdue: true, reminders: 2 }),
  row(3, 'Yakacak yardımı', 'P4', hours(1), days(12)),
  row(4, 'Konukevi yönlendirme', 'P2', hours(2), days(1), { confidential: true }),
  row(5, 'Askıda fatura', 'P4', hours(6), days(13)),
  row(6, 'Bebek bezi ve mama', 'P3', days(-1), hours(-7), { ...accepted, overdue: true, reminders: 1 }),
  row(7, 'Gıda kolisi yardımı', 'P4', days(-2), days(1.2), { ...accepted, approximate: true }),
  row(8, 'Yakacak yardımı', 'P4', days(-2), days(4), accepted),
  row(9, 'Eşya yardımı', 'P4', days(-3), days(7), accepted),
  row(10, 'Eğitim yardımı', 'P5', days(-3), days(8), accepted),
  row(11, 'Gıda kolisi yardımı', 'P4', days(-3), days(8.5), accepted),
  row(12, 'Taziye ziyareti', 'P4', days(-3), days(9.1), accepted),
];

export const caseOf = (of: InboxRow): CaseRow => ({
  id: of.id, number: of.number, service: 'gida', serviceName: of.serviceName, priority: of.priority, status: of.status, statusWords: of.statusWords,
  description: 'Başvuru sahibi 71 yaşında ve yalnız yaşıyor. Emekli maaşı dışında geliri yok; son iki aydır gıda ihtiyacını karşılayamadığını bildirdi. Ev ziyaretinde kapı zili bozuk olduğundan önce aranması rica olunur.',
  place: 'Yahya Kaptan Mah. Şehit Ergün Köncü Sk. No 14/3, İzmit / Kocaeli', unitId: 'sosyal-yardim' as UnitId, unitName: 'Sosyal Yardım Hizmetleri Birimi', openedAt: of.receivedAt, openedBy: 'Ayşe Yılmaz',
  deadline: of.closeBy, deadlineSource: 'text', deadlineWords: 'yönetmelik: yaklaşık 15 iş günü', approximate: of.approximate, confidential: of.confidential,
  parties: [
    { role: 'Applicant', capacity: 'Self', citizenId: null, name: of.confidential ? 'Mavi Çınar' : 'Şükran Işıklı', phone: of.confidential ? null : '0532 *** ** 17' },
    { role: 'Informant', capacity: 'Muhtar', citizenId: null, name: 'Yahya Kaptan muhtarı', phone: null },
  ],
  documents: ['Kimlik fotokopisi', 'İkametgâh belgesi', 'Gelir beyanı'], resolution: null, answer: null, reminders: of.reminders, senderReference: null,
});

export const entriesOf = (of: InboxRow): CaseEntryRow[] => [
  { id: `${of.id}e1`, kind: 'opened', words: 'Başvuru açıldı', text: null, at: of.receivedAt, who: 'Ayşe Yılmaz, Temsilci' },
  { id: `${of.id}e2`, kind: 'escalated', words: 'Birime havale edildi', text: 'Ziyaretten önce mutlaka arayın, zil çalışmıyor.', at: of.receivedAt, who: 'Ayşe Yılmaz, Temsilci' },
  ...(of.reminders > 0 ? [{ id: `${of.id}e3`, kind: 'reminded', words: `Tekit edildi (${of.reminders})`, text: null, at: hours(-2), who: 'Mehmet Kaya, Temsilci' }] : []),
  ...(of.acceptedBy ? [{ id: `${of.id}e4`, kind: 'accepted', words: 'Birim kabul etti', text: null, at: days(-1), who: `${of.acceptedBy}, Birim` }] : []),
  { id: `${of.id}e5`, kind: 'notice', words: 'Vatandaşa SMS gönderildi', text: 'Başvurunuz Sosyal Yardım Hizmetleri Birimine iletildi.', at: hours(-1), who: 'Santral' },
];
