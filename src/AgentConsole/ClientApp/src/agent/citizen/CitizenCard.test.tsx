import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CALL, callDetail, callRow } from '../../mock/contacts';
import { citizen } from '../../mock/people';
import { World } from '../../mock/world';
import type { CitizenRow } from '../../rows';
import { leave, renderSigned } from '../../testing/renderSigned';
import type { ActionRequest } from '../../transport/api';
import { CitizenCard } from './CitizenCard';
import { History } from './History';

const ended = callRow('wrapUp', false);
const recorded = { from: '09:00', until: '17:30', channels: ['Sms' as const], neverCall: true, textOnly: false, noOutreach: false, language: null };

function town(row: CitizenRow): World {
  const world = new World();
  world.put(`card:${CALL}`, 'citizen', row.id, row);
  return world;
}
const card = <CitizenCard contactId={CALL} contact={ended} />;
const bodyOf = (posted: ActionRequest[]): unknown => posted[0]?.body;

describe('the card of a citizen', () => {
  afterEach(leave);

  it('shows how to reach safely, calls by a key, and says beside the button that it may not', async () => {
    const detail = 'Bu vatandaş aranmamalı.';
    const { posted } = await renderSigned(card, () => ({ ok: false, refusal: { status: 409, code: 'outreach.not_safe', detail } }), town({ ...citizen(true), safeContactWords: 'Telefonla aranmaz' }));
    expect((await screen.findByTestId('safe-words')).textContent).toContain('Telefonla aranmaz');
    fireEvent.keyDown(document.body, { key: 'z', altKey: true });
    expect((await screen.findByTestId('refusal')).textContent).toContain(detail);
    expect(posted).toEqual([{ path: '/api/citizens/ct1/call', body: {} }]);
  });

  it('stays where it is while a call is judged and says why it may not be made', async () => {
    const world = town(citizen(true));
    const placed = { ...callDetail(true, null, false), id: 'out1', state: 'dialling', connectedAt: null };
    world.put('contact:out1', 'contact', 'out1', placed);
    location.hash = '#/agent/call1';
    await renderSigned(card, () => ({ ok: true, value: { seq: 1, contactId: 'out1' } }), world);
    fireEvent.click(await screen.findByTestId('citizen-call'));
    await waitFor(() => expect(screen.getByTestId('citizen-call').hasAttribute('data-loading')).toBe(true));
    world.patch('contact:out1', 'contact', 'out1', { state: 'ended', outcome: 'Refused', category: 'outreach.not_safe' });
    expect((await screen.findByTestId('refusal')).textContent).toContain('güvenli değil');
    expect(location.hash).toBe('#/agent/call1');
  });

  it('loses no safe-contact setting when one is changed', async () => {
    const { posted } = await renderSigned(card, undefined, town({ ...citizen(true), safeContact: recorded }));
    fireEvent.click(await screen.findByTestId('safe-edit'));
    fireEvent.click(screen.getByTestId('safe-textOnly'));
    fireEvent.click(screen.getByTestId('safe-form-save'));
    await waitFor(() => expect(bodyOf(posted)).toEqual({ ...recorded, from: '09:00:00', until: '17:30:00', textOnly: true, language: undefined }));
  });

  it('sends no identity number that cannot be one', async () => {
    const { posted } = await renderSigned(card, undefined, town(citizen(true)));
    fireEvent.click(await screen.findByTestId('identity-edit'));
    const save = screen.getByTestId<HTMLButtonElement>('identity-form-save');
    fireEvent.change(screen.getByTestId('identity-number'), { target: { value: '10000000147' } });
    expect(save.disabled).toBe(true);
    fireEvent.change(screen.getByTestId('identity-number'), { target: { value: '10000000146' } });
    fireEvent.click(save);
    await waitFor(() => expect(bodyOf(posted)).toEqual({ identityNumber: '10000000146', name: undefined, language: undefined }));
  });

  it('offers no editing before the questions are answered, and does not call a closed history an empty one', async () => {
    await renderSigned(<>{card}<History contactId={CALL} contact={ended} onNewCase={() => undefined} /></>, undefined, town(citizen(false)));
    await screen.findByTestId('citizen-name');
    expect(screen.queryByTestId('identity-edit')).toBeNull();
    expect(screen.queryByTestId('safe-edit')).toBeNull();
    expect(screen.getByText('Geçmiş, kimlik doğrulandıktan sonra açılır.')).toBeTruthy();
    expect(screen.queryByText('İlk görüşmesi')).toBeNull();
  });
});
