import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState, type SubmitEvent } from 'react';
import { useText } from '../i18n/useText';
import { preloadPages } from '../shell/pages';
import type { Api } from '../transport/api';
import type { Refusal } from '../transport/problem';
import type { Session } from '../transport/session';
import { Mark } from '../ui/Mark';
import { RefusalNote } from '../ui/RefusalNote';
import css from './signin.module.css';

interface Props { api: Api; ended: boolean; onSignedIn: (session: Session) => void }

export function SignInPage({ api, ended, onSignedIn }: Props) {
  const text = useText();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(preloadPages, []);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    const answer = await api.signIn(user.trim(), password);
    setPending(false);
    if (answer.ok) onSignedIn(answer.value);
    else setRefusal(answer.refusal);
  };

  return (
    <main className={css.page}>
      <form className={css.card} onSubmit={(event) => void submit(event)} aria-labelledby="signin-title">
        <div className={css.brand}>
          <Mark size={40} />
          <div>
            <h1 id="signin-title">{text('app.name')}</h1>
            <p>{text('signin.lead')}</p>
          </div>
        </div>
        {ended && <p className={css.ended} role="status">{text('signin.ended')}</p>}
        <TextInput size="sm" label={text('signin.user')} value={user} onChange={(event) => setUser(event.currentTarget.value)}
          autoComplete="username" autoCapitalize="none" spellCheck={false} required withAsterisk={false} autoFocus data-testid="signin-user" />
        <PasswordInput label={text('signin.password')} value={password} autoComplete="current-password" required withAsterisk={false}
          onChange={(event) => setPassword(event.currentTarget.value)} data-testid="signin-password" />
        <RefusalNote refusal={refusal} />
        <Button type="submit" size="sm" loading={pending} fullWidth data-testid="signin-submit">{text('signin.submit')}</Button>
      </form>
    </main>
  );
}
