import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CALL } from '../mock/contacts';
import { leave, renderSigned } from '../testing/renderSigned';
import type { Answer } from '../transport/problem';
import type { Posted } from '../transport/api';
import { NoteField } from './NoteField';
import { useNote } from './useNote';

const lost: Answer<Posted> = { ok: false, refusal: { status: 0, code: 'client.offline', detail: '' } };

function Noted() {
  return <NoteField note={useNote(CALL, 'sunucudaki not')} />;
}
const field = (): HTMLTextAreaElement => screen.getByTestId('note');

describe('a half-written note', () => {
  afterEach(leave);

  it('is there after a reload that came before any save, and is sent then', async () => {
    await renderSigned(<Noted />, () => lost);
    fireEvent.change(field(), { target: { value: 'Çatı akıyor, yaşlı' } });
    // The page is gone without a word to the server.
    cleanup();
    const { posted } = await renderSigned(<Noted />);
    expect(field().value).toBe('Çatı akıyor, yaşlı');
    await waitFor(() => expect(posted).toEqual([{ path: `/api/contacts/${CALL}/note`, body: { text: 'Çatı akıyor, yaşlı' } }]));
    await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.includes('note'))).toEqual([]));
  });
});
