using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Contacts;

public sealed class CallFlowTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_prompt_is_danger_and_the_call_is_answered()
    {
        var scene = new CallScene().Rings();
        Assert.Equal(CallScene.CallerLeg, scene.Actor.Effect<AnswerCall>().Leg);
        Assert.Equal(["danger"], scene.Actor.Effect<PlayPrompt>().Sounds);
    }

    [Fact]
    public void The_prompts_follow_each_other_and_end_in_the_menu()
    {
        var scene = new CallScene().Rings(announcement: "su-kesintisi");
        Assert.Equal("greeting", Next(scene, "danger"));
        Assert.Equal("kvkk", Next(scene, "greeting"));
        Assert.Equal("announcement", Next(scene, "kvkk"));
        Assert.Equal(["su-kesintisi"], scene.Actor.Effect<PlayPrompt>().Sounds);
        Assert.Equal("menu", Next(scene, "announcement"));
        scene.When(new CallerPressed("2"));
        Assert.Equal(TestPack.Aid, scene.Actor.Sent<Enqueue>(TestPack.Desk.Actor).Queue);
        Assert.Equal(["yardim"], scene.Actor.Sent<Enqueue>().Skills);
        Assert.Equal(CallScene.CallerLeg, scene.Actor.Effect<StartHoldMusic>().Leg);
    }

    [Theory]
    [InlineData("")]
    [InlineData("danger")]
    [InlineData("danger,greeting")]
    [InlineData("danger,greeting,kvkk")]
    [InlineData("danger,greeting,kvkk,menu")]
    public void Key_0_leads_to_the_urgent_queue_with_P1_at_any_prompt(string heard)
    {
        var scene = new CallScene().Rings();
        foreach (var prompt in heard.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            scene.Heard(prompt);
        }

        scene.When(new CallerPressed("0"));
        Assert.Equal((TestPack.Urgent, Priority.P1), (scene.Actor.Sent<Enqueue>().Queue, scene.Actor.Sent<Enqueue>().Priority));
        Assert.Equal(["position"], scene.Actor.Alarms.Keys);
    }

    [Fact]
    public void Key_0_leads_to_the_urgent_queue_at_night_and_while_waiting()
    {
        var night = new CallScene(now: Night).Rings(TestPack.DayLine).Heard("danger").When(new CallerPressed("0"));
        Assert.Equal(TestPack.Urgent, night.Actor.Sent<Enqueue>().Queue);

        var waiting = new CallScene().Queued().When(new CallerPressed("0"));
        Assert.Equal((TestPack.Urgent, Priority.P1), (waiting.Actor.Sent<Enqueue>().Queue, waiting.Actor.Sent<Enqueue>().Priority));
        Assert.Equal(Scenario.Start, waiting.Actor.Sent<Enqueue>().CountsFrom);
    }

    [Fact]
    public void A_menu_key_during_danger_is_remembered_but_the_notice_is_still_played()
    {
        var scene = new CallScene().Rings().When(new CallerPressed("2"));
        Assert.Empty(scene.Actor.Last.Effects);
        Assert.Equal("kvkk", Next(scene, "danger"));
        scene.Heard("kvkk");
        Assert.Equal(TestPack.Aid, scene.Actor.Sent<Enqueue>().Queue);
        scene.Accepted().Answered();
        Assert.NotNull(scene.Actor.Effect<BridgeLegs>().RecordAs);
    }

    [Fact]
    public void A_menu_key_cuts_the_greeting()
    {
        var scene = new CallScene().Rings().Heard("danger").When(new CallerPressed("1"));
        Assert.Equal("kvkk", scene.Actor.Effect<PlayPrompt>().Prompt);
        scene.Heard("greeting");
        Assert.Empty(scene.Actor.Last.Effects);
    }

    [Fact]
    public void A_wrong_key_is_explained_and_after_the_third_an_agent_helps()
    {
        var scene = new CallScene().AtMenu();
        for (var i = 0; i < 2; i++)
        {
            scene.When(new CallerPressed("9"));
            Assert.Equal("invalid-key", scene.Actor.Effect<PlayPrompt>().Prompt);
            Assert.Equal("menu", Next(scene, "invalid-key"));
        }

        scene.When(new CallerPressed("#")).Heard("invalid-key");
        Assert.Equal(TestPack.General, scene.Actor.Sent<Enqueue>().Queue);
    }

    [Fact]
    public void A_silent_caller_is_asked_for_a_key_and_then_an_agent_listens()
    {
        var scene = new CallScene().AtMenu().Heard("menu").After(TimeSpan.FromSeconds(9.9));
        Assert.Equal("menu", Prompting(scene));
        scene.After(TimeSpan.FromSeconds(0.1));
        Assert.Equal("silent", Prompting(scene));
        scene.Heard("silent").After(TimeSpan.FromSeconds(10));
        Assert.True(scene.Waits);
        Assert.Equal("silent-listen", scene.Actor.Last.Effects.Select(e => e.Effect).OfType<PlayPrompt>().Single().Prompt);
        scene.Heard("silent-listen");
        Assert.NotNull(scene.Actor.Effect<StartHoldMusic>());
    }

    [Fact]
    public void Any_key_answers_the_question_of_silence()
    {
        var scene = new CallScene().AtMenu().Heard("menu").After(TimeSpan.FromSeconds(10)).When(new CallerPressed("7"));
        Assert.Equal(TestPack.General, scene.Actor.Sent<Enqueue>().Queue);
    }

    [Fact]
    public void Nothing_is_recorded_unless_the_notice_was_heard_to_its_end()
    {
        var heard = new CallScene().Queued().Accepted().Answered();
        Assert.StartsWith(CallScene.Id.ToString(), heard.Actor.Effect<BridgeLegs>().RecordAs, StringComparison.Ordinal);
        Assert.Single(heard.Actor.Events.OfType<NoticeGiven>());

        var urgent = new CallScene().Rings().When(new CallerPressed("0")).Accepted().Answered();
        Assert.Null(urgent.Actor.Effect<BridgeLegs>().RecordAs);

        var unplayed = new CallScene().Rings().Heard("danger").Heard("greeting").When(new PromptEnded("kvkk", Heard: false)).When(new CallerPressed("1")).Accepted().Answered();
        Assert.Null(unplayed.Actor.Effect<BridgeLegs>().RecordAs);
    }

    [Fact]
    public void A_confidential_line_has_no_notice_of_recording_and_no_recording()
    {
        var scene = new CallScene().Rings(TestPack.QuietLine).Heard("danger");
        Assert.Equal("menu", Next(scene, "greeting"));
        scene.When(new CallerPressed("1")).Accepted().Answered();
        Assert.Null(scene.Actor.Effect<BridgeLegs>().RecordAs);
    }

    [Fact]
    public void A_missing_sound_or_a_lost_report_does_not_strand_the_caller()
    {
        var missing = new CallScene().Rings();
        missing.Noticed(new Notice.EffectFailed("e", missing.Actor.Effect<PlayPrompt>(), "sound.missing"));
        Assert.Equal("greeting", Prompting(missing));

        var lost = new CallScene().Rings().After(TimeSpan.FromSeconds(45));
        Assert.Equal("greeting", Prompting(lost));
    }

    [Fact]
    public void A_closed_line_says_so_and_ends()
    {
        var scene = new CallScene(now: Night).Rings(TestPack.DayLine);
        Assert.Equal("closed", Next(scene, "danger"));
        scene.When(new CallerPressed("1"));
        Assert.Equal("closed", Prompting(scene));
        scene.Heard("closed").EndedAs(ContactOutcome.ClosedHours);
    }

    [Fact]
    public void A_waiting_caller_hears_the_position_and_then_music_again()
    {
        var scene = new CallScene().Queued().After(TimeSpan.FromSeconds(30));
        Assert.Equal(CallScene.Id, scene.Actor.Sent<AskPosition>().Contact);
        scene.When(new NotePosition(3, 8));
        Assert.Equal(["position-3"], scene.Actor.Effect<PlayPrompt>().Sounds);
        scene.Heard("position");
        Assert.NotNull(scene.Actor.Effect<StartHoldMusic>());
        scene.When(new NotePosition(51, 60));
        Assert.Equal(["position-many"], scene.Actor.Effect<PlayPrompt>().Sounds);
        scene.After(TimeSpan.FromSeconds(30));
        Assert.NotNull(scene.Actor.Sent<AskPosition>());
    }

    [Fact]
    public void Keys_pressed_while_talking_are_not_kept()
    {
        var scene = new CallScene().Talking().When(new CallerPressed("4"));
        Assert.Empty(scene.Actor.Last.Events);
    }

    [Fact]
    public void An_unknown_line_goes_to_triage_and_is_always_open()
    {
        var scene = new CallScene(now: Night).Rings("9999").Heard("danger").Heard("greeting");
        Assert.Equal(TestPack.Triage, scene.Actor.Sent<Enqueue>().Queue);
    }

    [Fact]
    public void A_line_without_a_menu_queues_after_the_notice()
    {
        var line = TestPack.Small.Line(TestPack.OpenLine)! with { Menu = TestPack.Small.Lines[0].Menu.Clear() };
        var scene = new CallScene(TestPack.Small with { Lines = [line] }).AtMenu();
        Assert.Equal(TestPack.General, scene.Actor.Sent<Enqueue>().Queue);
    }

    private static string Next(CallScene scene, string heard) => scene.Heard(heard).Actor.Effect<PlayPrompt>().Prompt;

    private static string? Prompting(CallScene scene) => (scene.Phase as Phase.Prompting)?.Prompt;
}
