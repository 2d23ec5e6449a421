/**
 * Every key of the console. Plain keys work while no text field has the focus; Alt keys work everywhere, because an
 * agent's hands are in the note. Alt+digit is left alone: browsers on Linux switch tabs with it.
 */
export type Scope = 'everywhere' | 'agent' | 'supervisor' | 'unit';

interface Binding { scope: Scope; combos: readonly [string, ...string[]] }

export const keymap = {
  'key.help': { scope: 'everywhere', combos: ['?'] },
  'key.palette': { scope: 'everywhere', combos: ['ctrl+k'] },
  'key.theme': { scope: 'everywhere', combos: ['alt+g'] },

  'offer.accept': { scope: 'agent', combos: ['enter', 'alt+enter'] },
  'offer.decline': { scope: 'agent', combos: ['escape', 'alt+r'] },
  'contact.next': { scope: 'agent', combos: ['alt+arrowdown'] },
  'contact.previous': { scope: 'agent', combos: ['alt+arrowup'] },
  'call.hold': { scope: 'agent', combos: ['alt+h'] },
  'call.transfer': { scope: 'agent', combos: ['alt+t'] },
  'call.end': { scope: 'agent', combos: ['alt+b'] },
  'transfer.complete': { scope: 'agent', combos: ['alt+l'] },
  'transfer.cancel': { scope: 'agent', combos: ['alt+x'] },
  'note.focus': { scope: 'agent', combos: ['alt+n'] },
  'message.focus': { scope: 'agent', combos: ['alt+y'] },
  'message.send': { scope: 'agent', combos: ['ctrl+enter'] },
  'message.templates': { scope: 'agent', combos: ['alt+s'] },
  'case.new': { scope: 'agent', combos: ['alt+c'] },
  'case.submit': { scope: 'agent', combos: ['alt+k'] },
  'citizen.verify': { scope: 'agent', combos: ['alt+v'] },
  'citizen.call': { scope: 'agent', combos: ['alt+z'] },
  'citizen.edit': { scope: 'agent', combos: ['alt+u'] },
  'citizen.safeEdit': { scope: 'agent', combos: ['alt+j'] },
  'subject.add': { scope: 'agent', combos: ['alt+e'] },
  'incident.tag': { scope: 'agent', combos: ['alt+d'] },
  'case.escalate': { scope: 'agent', combos: ['alt+f'] },
  'case.remind': { scope: 'agent', combos: ['alt+.'] },
  'case.reopen': { scope: 'agent', combos: ['alt+,'] },
  'finish.informed': { scope: 'agent', combos: ['alt+i', '1'] },
  'finish.CaseOpened': { scope: 'agent', combos: ['2'] },
  'finish.CaseFollowedUp': { scope: 'agent', combos: ['3'] },
  'finish.ReferredOutside': { scope: 'agent', combos: ['4'] },
  'finish.CallbackPromised': { scope: 'agent', combos: ['5'] },
  'finish.SilentCall': { scope: 'agent', combos: ['6'] },
  'finish.WrongNumber': { scope: 'agent', combos: ['7'] },
  'finish.WarnedAndEnded': { scope: 'agent', combos: ['8'] },
  'finish.Duplicate': { scope: 'agent', combos: ['9'] },
  'assist.first': { scope: 'agent', combos: ['alt+m'] },
  'callback.new': { scope: 'agent', combos: ['alt+o'] },
  'danger.refer': { scope: 'agent', combos: ['alt+w'] },
  'presence.menu': { scope: 'agent', combos: ['alt+p'] },
  'presence.ready': { scope: 'agent', combos: ['alt+a'] },
  'help.ask': { scope: 'agent', combos: ['alt+q'] },

  'list.next': { scope: 'supervisor', combos: ['arrowdown', 'j'] },
  'list.previous': { scope: 'supervisor', combos: ['arrowup', 'k'] },
  'waiting.move': { scope: 'supervisor', combos: ['t'] },
  'waiting.raise': { scope: 'supervisor', combos: ['o'] },
  'waiting.incident': { scope: 'supervisor', combos: ['e'] },
  'desk.live': { scope: 'supervisor', combos: ['c'] },
  'desk.report': { scope: 'supervisor', combos: ['r'] },
  'desk.help': { scope: 'supervisor', combos: ['d'] },

  'inbox.next': { scope: 'unit', combos: ['arrowdown', 'j'] },
  'inbox.previous': { scope: 'unit', combos: ['arrowup', 'k'] },
  'inbox.filter': { scope: 'unit', combos: ['/'] },
  'case.accept': { scope: 'unit', combos: ['a'] },
  'case.return': { scope: 'unit', combos: ['i'] },
  'case.note': { scope: 'unit', combos: ['n'] },
  'case.resolve': { scope: 'unit', combos: ['s'] },
} as const satisfies Record<string, Binding>;

export type KeyAction = keyof typeof keymap;

export const combosOf = (action: KeyAction): readonly string[] => keymap[action].combos;
