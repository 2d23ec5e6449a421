import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { offer } from '../../mock/contacts';
import { leave, renderSigned } from '../../testing/renderSigned';
import { OfferCard } from './OfferCard';

const press = (key: string, target: Element = document.body): boolean => fireEvent.keyDown(target, { key });

describe('an offer', () => {
  afterEach(leave);

  it('is accepted by Enter, once, and opens its contact', async () => {
    const onSelect = vi.fn();
    const { posted } = await renderSigned(<OfferCard offer={offer(false)} onSelect={onSelect} />);
    press('Enter');
    press('Enter');
    await waitFor(() => expect(onSelect).toHaveBeenCalledWith(offer(false).contactId));
    expect(posted).toEqual([{ path: '/api/offers/of1/accept', body: {} }]);
  });

  it('is not accepted by an Enter that belongs to a text field', async () => {
    const { posted } = await renderSigned(<><textarea aria-label="not" /><OfferCard offer={offer(false)} onSelect={() => undefined} /></>);
    press('Enter', screen.getByLabelText('not'));
    expect(posted).toEqual([]);
  });

  it('is declined by Escape and the number of a reason, never without a reason', async () => {
    const { posted } = await renderSigned(<OfferCard offer={offer(false)} onSelect={() => undefined} />);
    press('Escape');
    const reason = await screen.findByTestId('decline-skill');
    expect(posted).toEqual([]);
    press('2', reason);
    await waitFor(() => expect(posted).toEqual([{ path: '/api/offers/of1/decline', body: { reason: 'Konuya hâkim değilim' } }]));
  });

  it('says beside its buttons why it could not be accepted, and can be tried again', async () => {
    const detail = 'Bu teklif artık geçerli değil.';
    const { posted } = await renderSigned(<OfferCard offer={offer(false)} onSelect={() => undefined} />, () => ({ ok: false, refusal: { status: 409, code: 'offer.not_pending', detail } }));
    press('Enter');
    const refusal = await screen.findByTestId('refusal');
    expect(refusal.textContent).toContain(detail);
    expect(screen.getByTestId('offer-card').contains(refusal)).toBe(true);
    press('Enter');
    await waitFor(() => expect(posted).toHaveLength(2));
  });
});
