import { askHelp } from '../../actions/askHelp';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import type { MeRow, MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { JoinDesk } from './JoinDesk';
import css from './left.module.css';
import { PresenceMenu } from './PresenceMenu';

interface Props { me: MeRow | undefined; contacts: readonly MyContactRow[]; selected: ContactId | null }

export function PresenceBar({ me, contacts, selected }: Props) {
  const text = useText();
  const help = useAction(askHelp);
  if (!me?.signedIn) return <JoinDesk />;
  const asked = me.helpAskedAt !== null;
  return (
    <div className={css.bar}>
      <div className={css.barRow}>
        <PresenceMenu me={me} contacts={contacts} />
        <ActionButton action="help.ask" icon="hand" testid="help-ask" label={text(asked ? 'helpAsk.asked' : 'help.ask')} pending={help.pending} disabled={asked}
          onRun={() => void help.run(selected ?? undefined)} />
      </div>
      <RefusalNote refusal={help.refusal} />
    </div>
  );
}
