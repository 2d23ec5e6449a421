import type { CaseId, CitizenId, ContactId, TaskId } from '../ids';
import type { CardCaseRow, CitizenRow, TaskRow, TimelineRow } from '../rows';
import { days, hours, minutes } from './times';

const questions = ['Doğum yılınız nedir?', 'Kayıtlı adresinizin mahallesi nedir?', 'Son başvurunuz hangi konudaydı?'];

export const citizen = (verified: boolean): CitizenRow => ({
  id: 'ct1' as CitizenId, name: verified ? 'Şükran Işıklı' : 'Ş. I.', verified, identityMasked: verified ? '123*****950' : null, phone: verified ? '0532 *** ** 17' : null,
  language: 'Türkçe', priorityGroups: verified ? ['65 yaş üstü', 'Yalnız yaşıyor'] : [], safeContactWords: null, verificationQuestions: questions,
  contactCount: verified ? 7 : 0, lastContactAt: verified ? days(-9) : null,
  safeContact: verified ? { from: null, until: null, channels: [], neverCall: false, textOnly: false, noOutreach: false, language: null } : null,
});

export const cases: CardCaseRow[] = [
  { id: 'c1' as CaseId, number: '402188375', serviceName: 'Yakacak yardımı', status: 'Accepted', statusWords: 'Birim kabul etti', unitName: 'Sosyal Yardım Hizmetleri Birimi', openedAt: days(-11), deadline: days(2.2), deadlineSource: 'yönetmelik: yaklaşık 15 iş günü', overdue: false },
  { id: 'c2' as CaseId, number: '402177021', serviceName: 'Hasta yatağı talebi', status: 'Escalated', statusWords: 'Birimde bekliyor', unitName: 'Yaşlı Hizmetleri Birimi', openedAt: days(-16), deadline: hours(-30), deadlineSource: 'belediye ayarı', overdue: true },
  { id: 'c3' as CaseId, number: '402009148', serviceName: 'Gıda kolisi yardımı', status: 'Resolved', statusWords: 'Talep karşılandı', unitName: 'Gıda Bankası', openedAt: days(-70), deadline: days(-50), deadlineSource: null, overdue: false },
];

export const timeline: TimelineRow[] = [
  { id: 't1', kind: 'call', words: 'Telefon: Bilgi verildi (Mehmet Kaya)', at: days(-9), caseId: null, contactId: 'x1' as ContactId },
  { id: 't2', kind: 'case', words: 'Yakacak yardımı başvurusu birime havale edildi', at: days(-11), caseId: 'c1' as CaseId, contactId: null },
  { id: 't3', kind: 'conversation', words: 'WhatsApp: belge fotoğrafı gönderdi', at: days(-12), caseId: null, contactId: 'x2' as ContactId },
  { id: 't4', kind: 'case', words: 'Hasta yatağı talebi açıldı', at: days(-16), caseId: 'c2' as CaseId, contactId: null },
  { id: 't5', kind: 'callback', words: 'Geri arandı: ulaşılamadı', at: days(-17), caseId: null, contactId: null },
  { id: 't6', kind: 'call', words: 'Telefon: Başvuru açıldı (Zeynep Demir)', at: days(-70), caseId: 'c3' as CaseId, contactId: 'x3' as ContactId },
];

export const tasks: TaskRow[] = [
  { id: 'k1' as TaskId, citizenId: 'ct7' as CitizenId, who: 'Hasan Çelik', due: minutes(-12), overdue: true, note: 'Rapor sonucunu bildirin', contactId: null, owner: 'ag1' },
  { id: 'k2' as TaskId, citizenId: 'ct8' as CitizenId, who: 'Gülay Öztürk', due: minutes(95), overdue: false, note: 'Koli teslim saati', contactId: null, owner: 'ag1' },
];
