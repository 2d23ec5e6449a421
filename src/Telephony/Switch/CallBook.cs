using Santral.Domain.Kernel;

namespace Santral.Telephony.Switch;

/// <summary>
/// Which channel belongs to which contact. A cache of the switch's lists: after a lost connection it is held against them, after
/// a restart it is made from them. Effects and events both use it, so everything happens under one lock, and briefly.
/// </summary>
internal sealed class CallBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Leg> legs = new(StringComparer.Ordinal);
    private readonly Dictionary<ContactId, Call> calls = [];
    private readonly Dictionary<string, Call> recordings = new(StringComparer.Ordinal);

    /// <summary>Runs with the book locked.</summary>
    public T With<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }

    public void With(Action work)
    {
        lock (gate)
        {
            work();
        }
    }

    public Leg? Find(string leg)
    {
        lock (gate)
        {
            return legs.GetValueOrDefault(leg);
        }
    }

    public Call? FindCall(ContactId contact)
    {
        lock (gate)
        {
            return calls.GetValueOrDefault(contact);
        }
    }

    public IReadOnlyList<Leg> Legs()
    {
        lock (gate)
        {
            return [.. legs.Values];
        }
    }

    public IReadOnlyList<Leg> LegsOf(ContactId contact)
    {
        lock (gate)
        {
            return calls.TryGetValue(contact, out var call) ? [.. call.Legs.Values] : [];
        }
    }

    /// <summary>A citizen's channel whose contact is not known yet. Null when it is in the book already.</summary>
    public Leg? AddArrival(string id)
    {
        lock (gate)
        {
            return legs.ContainsKey(id) ? null : Put(id, new Call(), inbound: true);
        }
    }

    /// <summary>A channel of a known contact; the one in the book when there is one.</summary>
    public Leg Add(ContactId contact, string id, bool inbound)
    {
        lock (gate)
        {
            return legs.GetValueOrDefault(id) ?? Put(id, CallOf(contact), inbound);
        }
    }

    public void Name(Call call, ContactId contact)
    {
        lock (gate)
        {
            call.Contact = contact;
            if (calls.TryGetValue(contact, out var known) && known != call)
            {
                // Another leg of the contact was seen first, as after a restart.
                foreach (var leg in known.Legs.Values)
                {
                    leg.Call = call;
                    call.Legs[leg.Id] = leg;
                }

                known.Legs.Clear();
                call.Recording ??= known.Recording;
            }

            calls[contact] = call;
        }
    }

    /// <summary>An effect names a leg whose contact is not known here yet: the contact was faster than the answer to its arrival.</summary>
    public void Know(ContactId contact, string leg)
    {
        lock (gate)
        {
            if (legs.TryGetValue(leg, out var known) && known.Call.Contact is null)
            {
                Name(known.Call, contact);
            }
        }
    }

    public void Recording(ContactId contact, string name)
    {
        lock (gate)
        {
            var call = CallOf(contact);
            call.Recording = name;
            recordings[name] = call;
        }
    }

    /// <summary>The call a finished recording belongs to; it is forgotten with this.</summary>
    public Call? EndRecording(string name)
    {
        lock (gate)
        {
            if (!recordings.Remove(name, out var call))
            {
                return null;
            }

            call.Recording = null;
            ForgetIfOver(call);
            return call;
        }
    }

    /// <summary>False when it had ended before: both a leg's leaving and its destruction are reported.</summary>
    public bool End(Leg leg)
    {
        lock (gate)
        {
            if (leg.Ended)
            {
                return false;
            }

            leg.Ended = true;
            leg.Watch?.Dispose();
            leg.Watch = null;
            leg.Playing = null;
            legs.Remove(leg.Id);
            leg.Call.Legs.Remove(leg.Id);
            ForgetIfOver(leg.Call);
            return true;
        }
    }

    public void Release(ContactId contact)
    {
        lock (gate)
        {
            if (calls.TryGetValue(contact, out var call))
            {
                call.Released = true;
                ForgetIfOver(call);
            }
        }
    }

    private Call CallOf(ContactId contact)
    {
        if (!calls.TryGetValue(contact, out var call))
        {
            calls[contact] = call = new Call { Contact = contact };
        }

        return call;
    }

    private Leg Put(string id, Call call, bool inbound)
    {
        var leg = new Leg(id, call, inbound);
        legs[id] = leg;
        call.Legs[id] = leg;
        return leg;
    }

    private void ForgetIfOver(Call call)
    {
        if (call is { Released: true, Legs.Count: 0, Recording: null, Contact: { } contact })
        {
            calls.Remove(contact);
        }
    }
}
