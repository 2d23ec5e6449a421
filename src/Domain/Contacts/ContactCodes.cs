namespace Santral.Domain.Contacts;

/// <summary>The refusals of a contact; the pack words each as <c>error.{code}</c>.</summary>
public static class ContactCodes
{
    /// <summary>Nothing with this id has begun.</summary>
    public const string Unknown = "contact.unknown";
    public const string Ended = "contact.ended";
    public const string NotYours = "contact.not_yours";
    public const string NotWaiting = "contact.not_waiting";
    public const string NotTalking = "contact.not_talking";
    public const string NotInWrapUp = "contact.not_in_wrapup";
    public const string NotConversation = "contact.not_conversation";
    public const string OutcomeNotAllowed = "contact.outcome_not_allowed";
    public const string TooManySubjects = "contact.too_many_subjects";
    public const string UnknownQueue = "contact.unknown_queue";
    public const string TransferInProgress = "transfer.in_progress";
    public const string TransferBadTarget = "transfer.bad_target";
    public const string TransferToSelf = "transfer.to_self";
    public const string TransferNotAnswered = "transfer.not_answered";
    public const string TransferNone = "transfer.none";
    public const string WindowClosed = "message.window_closed";
    public const string TemplateUnknown = "message.template_unknown";
    public const string TemplateNotApproved = "message.template_not_approved";
    public const string NoChannel = "message.no_channel";
    public const string MessageUnknown = "message.unknown";
    public const string MessageExpired = "message.expired";
    public const string MessageInDoubt = "message.in_doubt";

    /// <summary>Categories of an ending that no person recorded.</summary>
    public const string AgentPhone = "agent.phone";
}
