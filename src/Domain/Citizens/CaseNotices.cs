using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Citizens;

/// <summary>
/// Tells a citizen about a case by the best allowed way: WhatsApp while its window is open, else WhatsApp by a template the
/// provider approved, else SMS. Where safe contact or the provider leaves no way, the unit is told that nothing went out.
/// </summary>
internal static class CaseNotices
{
    /// <summary>A notice of yesterday still informs; a later one would contradict what the citizen was told since.</summary>
    private static readonly TimeSpan NoticeKeeps = TimeSpan.FromHours(24);

    private const int MessageOrdinal = 0;

    public static Outcome Inform(CitizenState state, Inform c, in Context context)
    {
        if (c.Confidential)
        {
            return Withhold(c.Case, c.Template, OutreachCheck.Confidential, context);
        }

        var values = c.Values.IsDefault ? [] : c.Values;
        return context.Pack.Template(c.Template) is { } template
            ? Write(new Decision(), state, c.Case, c.CaseNumber, template, values, Ways(state, template, context), context)
            : Withhold(c.Case, c.Template, "message.template_unknown", context);
    }

    public static Outcome Status(CitizenState state, NoteNoticeStatus c, in Context context) =>
        state.Notice(c.MessageId, c.ProviderMessageId) is not { } notice ? new Rejected("message.unknown")
        : !MessageProgress.Advances(notice.Status, c.Status) ? Decision.Nothing
        : Follow(Decision.Of(new NoticeStatusChanged(notice.MessageId, c.Status, c.ProviderMessageId, c.Error, context.Now)), state, notice, c.Status, context);

    /// <summary>The sending itself ended, in whatever way.</summary>
    public static Decision Ended(CitizenState state, SendText text, MessageStatus status, string? providerMessageId, string? code, in Context context) =>
        state.Notice(text.MessageId, "") is not { } notice || !MessageProgress.Advances(notice.Status, status)
            ? Decision.Nothing
            : Follow(Decision.Of(new NoticeStatusChanged(notice.MessageId, status, providerMessageId, code, context.Now)), state, notice, status, context);

    /// <summary>Where WhatsApp certainly failed SMS follows, so that a citizen without WhatsApp is told too.</summary>
    private static Decision Follow(Decision decision, CitizenState state, SentNotice notice, MessageStatus status, in Context context)
    {
        if (status is not MessageStatus.Failed || notice.Channel is not Channel.WhatsApp || context.Pack.Template(notice.Template) is not { } template)
        {
            return decision;
        }

        return Write(decision, state, notice.Case, notice.CaseNumber, template, notice.Values, BySms(state, context.Pack), context);
    }

    private static Decision Write(
        Decision decision, CitizenState state, CaseId @case, string? number, TemplateSpec template, ImmutableArray<Sealed<string>> values, IEnumerable<Way> ways, in Context context)
    {
        string? refusal = null;
        foreach (var (channel, address, to, line) in ways)
        {
            var code = OutreachCheck.Refusal(state.Safe, new(channel, address, OutreachPurpose.CaseNotice, InSession: false), context.Pack.Zone.Local(context.Now));
            if (code is null)
            {
                var id = context.NewId(MessageOrdinal);
                return decision.Event(new NoticeWritten(id, @case, channel, to, line, template.Id, values, context.Now, number))
                    .Effect(new SendText(id, channel, line, to, null, template.Id, values, number), context.Now + NoticeKeeps);
            }

            refusal ??= code;
        }

        return decision.Event(new NoticeWithheld(@case, template.Id, refusal ?? OutreachCheck.NoAddress, context.Now));
    }

    private static IEnumerable<Way> Ways(CitizenState state, TemplateSpec template, Context context)
    {
        var window = context.Now - context.Pack.Limits.WhatsAppWindow;
        var lines = context.Pack.Lines;
        return state.Addresses.Where(a => a.Channel is Channel.WhatsApp).OrderByDescending(a => a.SpokeAt)
            .Where(a => a.SpokeAt > window || template.ProviderName.Length > 0)
            .Select(a => Way.Of(Channel.WhatsApp, a, a.Line ?? lines.FirstOrDefault(l => l.Channel is Channel.WhatsApp)?.Number))
            .OfType<Way>().Concat(BySms(state, context.Pack));
    }

    /// <summary>A number that called, wrote an SMS or stood on a form; the one last heard from first. A WhatsApp address may be no number.</summary>
    private static IEnumerable<Way> BySms(CitizenState state, Pack pack)
    {
        var line = pack.Lines.FirstOrDefault(l => l.Channel is Channel.Sms)?.Number;
        return state.Addresses.Where(a => a.Channel is not Channel.WhatsApp).OrderByDescending(a => a.SpokeAt).Select(a => Way.Of(Channel.Sms, a, line)).OfType<Way>();
    }

    private static Decision Withhold(CaseId @case, string template, string code, in Context context) =>
        Decision.Of(new NoticeWithheld(@case, template, code, context.Now));

    private sealed record Way(Channel Channel, AddressKey Address, Sealed<string> To, string Line)
    {
        public static Way? Of(Channel channel, CitizenAddress address, string? line) =>
            address.Value is { } value && line is not null ? new(channel, address.Key, value, line) : null;
    }
}
