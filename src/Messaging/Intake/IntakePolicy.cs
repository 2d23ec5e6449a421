namespace Santral.Messaging.Intake;

/// <summary>
/// The authorization policy of <c>POST /api/intake</c> for every channel but the public web form. The composition root defines it;
/// where it does not, any signed-in caller is let in and nobody else.
/// </summary>
public static class IntakePolicy
{
    public const string Name = "intake";
}
