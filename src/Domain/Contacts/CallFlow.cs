using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Contacts;

/// <summary>
/// From the caller's arrival to the queue. The order is fixed: danger to life, greeting, KVKK notice (on lines that record),
/// a supervisor's announcement, the menu. Key 0 leads to the urgent queue with P1 at every moment and hour, without any further
/// prompt, and therefore unrecorded until the notice was heard. A menu key is remembered from the first second: the danger
/// prompt is heard out, the greeting and the announcement are skipped, the notice is not.
/// </summary>
internal static class CallFlow
{
    public const string UrgentKey = "0";

    /// <summary>So many wrong keys are explained; then an agent helps.</summary>
    private const int MostInvalidKeys = 2;

    public static Decision Start(ContactId id, StartCall c, in Context context)
    {
        var line = IntakeLine.Of(context.Pack, c.Line, Channel.Voice);
        var turn = new Turn(new ContactState.Fresh(id), context);
        turn.Emit(new CallStarted(
            c.Leg, c.From, c.Citizen, c.Number, c.Line, line.Name, line.Desk, c.ArrivedAt, c.CountsFrom, OpeningHours.IsOpen(line, context.Pack, context.Now),
            line is { Recording: true, Confidential: false }, line.Confidential, c.Announcement));
        turn.Do(new AnswerCall(id, c.Leg));
        Play(turn, Prompts.Danger);
        return turn.Decision;
    }

    /// <param name="heard">False when the prompt could not be played: the flow goes on, but a notice was not given.</param>
    public static void Ended(Turn turn, string prompt, bool heard)
    {
        switch (turn.Phase)
        {
            case Phase.Prompting at when at.Prompt == prompt:
                turn.Cancel(Timers.Prompt);
                Next(turn, prompt, heard);
                break;
            case Phase.Waiting when prompt is Prompts.Position or Prompts.SilentListen:
                turn.Do(new StartHoldMusic(turn.Id, turn.Facts.CallerLeg));
                break;

            // A prompt that was cut off by a newer one, or by an agent.
            default:
                break;
        }
    }

    public static void Pressed(Turn turn, string digit)
    {
        switch (turn.Phase)
        {
            case Phase.Prompting at:
                turn.Emit(new KeyPressed(digit));
                PressedInPrompt(turn, at.Prompt, digit);
                break;
            case Phase.Waiting when digit == UrgentKey && !IsUrgent(turn):
                turn.Emit(new KeyPressed(digit));
                Queueing.Enter(turn, UrgentQueue(turn), Priority.P1, null, null);
                break;
            case Phase.Ringing when digit == UrgentKey && turn.Facts.Priority > Priority.P1:
                turn.Emit(new KeyPressed(digit)).Emit(new PriorityRaised(Priority.P1, "caller"));
                break;

            // Keys pressed while talking may be a card or identity number: they are nobody's business and not kept.
            default:
                break;
        }
    }

    public static void Silence(Turn turn)
    {
        switch (turn.Phase)
        {
            case Phase.Prompting { Prompt: Prompts.Menu }:
                Play(turn, Prompts.Silent);
                break;

            // Whoever cannot speak or press is not ended: an agent listens.
            case Phase.Prompting { Prompt: Prompts.Silent }:
                ToQueue(turn, turn.Line.DefaultQueue, null);
                turn.Do(new PlayPrompt(turn.Id, turn.Facts.CallerLeg, Prompts.SilentListen, Prompts.Sounds(Prompts.SilentListen, null)));
                break;
            default:
                break;
        }
    }

    private static void Next(Turn turn, string prompt, bool heard)
    {
        var facts = turn.Facts;
        switch (prompt)
        {
            case Prompts.Danger when !facts.Open:
                Play(turn, Prompts.Closed);
                break;
            case Prompts.Danger when Choice(turn) is null:
                Play(turn, Prompts.Greeting);
                break;
            case Prompts.Danger or Prompts.Greeting when facts is { Recorded: true, NoticeGiven: false }:
                Play(turn, Prompts.Kvkk);
                break;
            case Prompts.Kvkk when heard:
                turn.Emit(new NoticeGiven(Prompts.Kvkk, turn.Now));
                AfterNotice(turn);
                break;
            case Prompts.Danger or Prompts.Greeting or Prompts.Kvkk:
                AfterNotice(turn);
                break;
            case Prompts.Announcement or Prompts.InvalidKey:
                MenuOrQueue(turn);
                break;
            case Prompts.Menu or Prompts.Silent:
                turn.Alarm(Timers.Silence, turn.Limits.SilenceAfter);
                break;
            case Prompts.Closed:
                Endings.CallOver(turn, ContactOutcome.ClosedHours);
                break;
            default:
                throw new InvalidOperationException($"'{prompt}' is no prompt of the call flow.");
        }
    }

    private static void AfterNotice(Turn turn)
    {
        if (Choice(turn) is { } chosen)
        {
            ToQueue(turn, chosen, null);
        }
        else if (turn.Facts.Announcement is not null)
        {
            Play(turn, Prompts.Announcement);
        }
        else
        {
            MenuOrQueue(turn);
        }
    }

    private static void MenuOrQueue(Turn turn)
    {
        if (turn.Line.Menu.IsEmpty || turn.Facts.InvalidKeys > MostInvalidKeys)
        {
            ToQueue(turn, turn.Line.DefaultQueue, null);
        }
        else
        {
            Play(turn, Prompts.Menu);
        }
    }

    private static void PressedInPrompt(Turn turn, string prompt, string digit)
    {
        if (digit == UrgentKey)
        {
            turn.Do(new StopPrompt(turn.Id, turn.Facts.CallerLeg));
            ToQueue(turn, UrgentQueue(turn).Id, Priority.P1);
            return;
        }

        var chosen = Choice(turn);
        switch (prompt)
        {
            case Prompts.Greeting when chosen is not null:
                turn.Do(new StopPrompt(turn.Id, turn.Facts.CallerLeg));
                Next(turn, Prompts.Greeting, heard: true);
                break;
            case Prompts.Announcement or Prompts.Menu or Prompts.InvalidKey or Prompts.Silent when chosen is { } queue:
                turn.Do(new StopPrompt(turn.Id, turn.Facts.CallerLeg));
                ToQueue(turn, queue, null);
                break;
            case Prompts.Menu:
                turn.Cancel(Timers.Silence);
                Play(turn, Prompts.InvalidKey);
                break;

            // Asked to press any key: this is one.
            case Prompts.Silent:
                ToQueue(turn, turn.Line.DefaultQueue, null);
                break;

            // Remembered; danger and notice are heard out, and a closed line has only key 0.
            default:
                break;
        }
    }

    private static void ToQueue(Turn turn, QueueId queue, Priority? priority)
    {
        turn.Cancel(Timers.Prompt).Cancel(Timers.Silence);
        var spec = turn.Pack.Queue(queue) ?? turn.Pack.Triage;
        Queueing.Enter(turn, spec, priority ?? spec.Priority, null, null);
    }

    private static void Play(Turn turn, string prompt)
    {
        var facts = turn.Facts;
        turn.Emit(new PromptStarted(prompt));
        turn.Do(new PlayPrompt(facts.Id, facts.CallerLeg, prompt, Prompts.Sounds(prompt, facts.Announcement)));
        turn.Alarm(Timers.Prompt, prompt is Prompts.Announcement ? Waits.AnnouncementBackstop : Waits.PromptBackstop);
    }

    private static QueueId? Choice(Turn turn) => turn.Facts.Key is { } key && turn.Line.Menu.TryGetValue(key, out var queue) ? queue : null;

    private static QueueSpec UrgentQueue(Turn turn) => turn.Pack.Queue(turn.Line.UrgentQueue) ?? turn.Pack.Triage;

    private static bool IsUrgent(Turn turn) => turn.Facts.Priority is Priority.P1 && turn.Facts.Queue == UrgentQueue(turn).Id;
}
