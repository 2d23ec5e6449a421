using FsCheck;
using FsCheck.Fluent;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Contacts.CallScene;

namespace Santral.Domain.Tests.Contacts;

/// <summary>
/// Random walks: every command at every moment, with news that comes twice, late or out of order. The kit checks on the way that
/// no decision touches its state, throws or answers differently the second time.
/// </summary>
public sealed class ContactProperties
{
    private static readonly Pack Limited = TestPack.Small with { Limits = TestPack.Small.Limits with { WrapUpTimeout = TimeSpan.FromMinutes(2) } };
    private static readonly AgentId[] Agents = [Ayse, Mehmet, new("zeynep")];
    private static readonly TransferTarget[] Targets = [ToMehmet, ToExtension, ToOutside, ToAid];
    private static readonly string[] Prompts = ["danger", "greeting", "kvkk", "announcement", "menu", "invalid-key", "silent", "silent-listen", "closed", "position"];
    private static readonly Config Walks = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(100);

    [Fact]
    public void Whatever_happens_every_contact_ends_once_and_leaves_nothing_behind() =>
        Prop.ForAll(Steps(), steps =>
        {
            var scene = Walk(steps);
            Finish(scene);
            scene.NothingIsLeft();
            Assert.Empty(scene.OpenLegs);
        }).Check(Walks);

    [Fact]
    public void Before_its_end_a_contact_always_waits_is_prompted_or_is_with_someone() =>
        Prop.ForAll(Steps(), steps => Walk(steps, scene =>
        {
            Assert.True(scene.Actor.Events.OfType<ContactEnded>().Count() <= 1);
            switch (scene.Phase)
            {
                case Phase.Waiting:
                    Assert.True(scene.Waits || scene.Actor.Alarms.ContainsKey("requeue"), "It thinks it waits, and the desk does not know it.");
                    break;
                case Phase.Prompting:
                    Assert.NotEmpty(scene.Actor.Alarms);
                    break;
                case Phase.Ringing or Phase.RingingOwn or Phase.Dialling or Phase.Transferring or Phase.Consulting { Answered: false, TargetLeg: not null }:
                    Assert.Contains("leg", scene.Actor.Alarms.Keys);
                    break;
                case Phase.WrappingUp:
                    Assert.NotEmpty(scene.Facts.Writers);
                    break;
                default:
                    break;
            }

            if (scene.Phase is { } live && live.Owner is { } owner)
            {
                Assert.Contains(owner, scene.Slots);
            }

            Assert.All(scene.Facts.Writers, w => Assert.Contains(w.Agent, scene.Slots));
            if (scene.Phase is not (null or Phase.Waiting or Phase.Consulting))
            {
                Assert.False(scene.Waits, $"It is {scene.Phase}, and the desk still offers it.");
            }
        })).Check(Walks);

    [Fact]
    public void News_of_the_switch_that_comes_twice_changes_nothing_the_second_time() =>
        Prop.ForAll(Steps(), steps => Walk(steps, scene =>
        {
            // Prompts may follow each other under one name, and a key may be pressed twice: these repeat for good reason.
            if (scene.LastCommand is LegAnswered or LegFailed or LegHungUp or CallerHungUp or CallVanished)
            {
                Assert.Empty(Assert.IsType<Decision>(scene.Actor.Again).Events);
            }
        })).Check(Walks);

    /// <summary>The walks would prove little if they all ended in the first prompt.</summary>
    [Fact]
    public void The_walks_reach_every_phase_and_every_event()
    {
        var (phases, events) = (new HashSet<Type>(), new HashSet<Type>());
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var scene = Walk([.. Enumerable.Range(0, 60).Select(_ => random.Next(1_000))], s => phases.Add(s.Phase?.GetType() ?? typeof(ContactState.Ended)));
            events.UnionWith(scene.Actor.Events.Select(e => e.GetType()));
        }

        var unreached = typeof(Phase).GetNestedTypes().Except(phases).Concat(typeof(ContactEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ContactEvent))).Except(events));

        // Written by hand on the card, or told by the recorder: no flow depends on them.
        Type[] aside =
        [
            typeof(FormReceived), typeof(NoteWritten), typeof(CapacitySet), typeof(SubjectAdded), typeof(IncidentTagged), typeof(CitizenLinked), typeof(VerificationRecorded),
            typeof(CaseLinked), typeof(RecordingEnded), typeof(MessageStatusChanged),
        ];
        Assert.Empty(unreached.Except(aside).Select(t => t.Name));
    }

    private static Arbitrary<int[]> Steps() => ArbMap.Default.ArbFor<NonNegativeInt[]>().Convert(a => a.Select(x => x.Get).ToArray(), a => a.Select(x => NonNegativeInt.NewNonNegativeInt(x)).ToArray());

    private static CallScene Walk(int[] steps, Action<CallScene>? check = null)
    {
        var scene = new CallScene(Limited);
        switch (steps.Length == 0 ? 0 : steps[0] % 4)
        {
            case 0 or 1:
                scene.Rings();
                break;
            case 2:
                scene.When(new StartOutbound(Ayse, "PJSIP/ag101", Citizen, TestPack.Sealed<string>("x"), TestPack.Desk, "153"));
                break;
            default:
                scene.When(new StartConversation(Channel.WhatsApp, From, Citizen, TestPack.Sealed<string>("x"), TestPack.WhatsAppLine, scene.Actor.Now, Message(0)));
                break;
        }

        for (var i = 1; i < steps.Length; i++)
        {
            Step(scene, steps[i], i);
            check?.Invoke(scene);
        }

        return scene;
    }

    private static void Step(CallScene scene, int step, int i)
    {
        var random = new Random((step * 7919) + i);
        var agent = scene.Phase?.Owner is { } owner && random.Next(4) > 0 ? owner : Agents[random.Next(Agents.Length)];
        switch (random.Next(32))
        {
            case 0 or 1 or 2 or 3:
                scene.Heard(scene.Phase is Phase.Prompting at && random.Next(4) > 0 ? at.Prompt : Prompts[random.Next(Prompts.Length)]);
                break;
            case 4 or 5:
                scene.When(new CallerPressed("0129#"[random.Next(5)].ToString()));
                break;
            case 6 or 7 or 8 or 9 when scene.Waits && !scene.Slots.Contains(agent):
                scene.Accepted(agent, random.Next(8) == 0 ? null : "PJSIP/ag101");
                break;
            case 10 when scene.Waits:
                scene.Offered(agent);
                break;
            case 11:
                scene.When(new NoteOfferEnded(scene.LastOffer, agent, (OfferEnd)random.Next(5)));
                break;
            case 12 or 13 or 14:
                scene.When(new LegAnswered(Leg(scene, random)));
                break;
            case 15:
                scene.When(new LegFailed(Leg(scene, random), (LegFailure)random.Next(5)));
                break;
            case 16:
                scene.When(new LegHungUp(Leg(scene, random)));
                break;
            case 17:
                scene.When(random.Next(4) == 0 ? new CallVanished() : new CallerHungUp("normal"));
                break;
            case 18 or 31:
                scene.When(scene.Phase is Phase.Talking { Held: true } ? new ResumeCaller(agent) : new HoldCaller(agent));
                break;
            case 19 or 20:
                scene.When(new TransferBlind(agent, Targets[random.Next(Targets.Length)], null));
                break;
            case 21 or 22:
                scene.When(new StartConsult(agent, Targets[random.Next(Targets.Length)], null));
                break;
            case 23:
                scene.When(random.Next(2) == 0 ? new CompleteTransfer(agent) : new CancelConsult(agent));
                break;
            case 24:
                scene.When(random.Next(2) == 0 ? new EndContact(agent) : new FinishContact(agent, ContactOutcome.Informed, null));
                break;
            case 25:
                scene.After(TimeSpan.FromSeconds(random.Next(60)));
                break;
            case 26:
                scene.When(new MoveToQueue("amir", random.Next(2) == 0 ? TestPack.Aid : TestPack.Urgent)).When(new RaisePriority("amir", (Priority)random.Next(1, 6)));
                break;
            case 27:
                scene.When(random.Next(2) == 0 ? new OutreachAllowed(CallScene.Id.Value) : new OutreachRefused(CallScene.Id.Value, "outreach.none"));
                break;
            case 28:
                scene.When(new ReceiveMessage(Message(random.Next(6)))).When(new WriteMessage(agent, UuidV8.Of($"{i}"), TestPack.Sealed<string>("x"), null, [], random.Next(3) == 0));
                break;
            case 29:
                Fail(scene, random);
                break;
            case 30:
                scene.When(new NotePosition(random.Next(70), 70)).When(new HandOver(scene.Phase is Phase.Conversing ? agent : new("yok"), random.Next(2) == 0 ? Mehmet : null));
                break;
            default:
                scene.When(new OutreachAllowed(CallScene.Id.Value));
                break;
        }
    }

    private static void Fail(CallScene scene, Random random)
    {
        if (scene.Actor.Last.Effects.Count > 0)
        {
            scene.Noticed(new Notice.EffectFailed("e", scene.Actor.Last.Effects[random.Next(scene.Actor.Last.Effects.Count)].Effect, "gone"));
        }
        else if (scene.Actor.Last.Sends.FirstOrDefault(s => s.Command is Enqueue) is { Command: Enqueue enqueue } send)
        {
            scene.Refused(send.To, enqueue);
        }
    }

    private static string Leg(CallScene scene, Random random)
    {
        var legs = scene.Actor.Effects.Select(e => e.Effect).OfType<RingLeg>().Select(r => r.Leg).Append(CallerLeg).ToList();
        return random.Next(3) > 0 ? legs[^Math.Min(2, legs.Count)] : legs[random.Next(legs.Count)];
    }

    private static void Finish(CallScene scene)
    {
        scene.CallerLeaves().When(new CallVanished());
        if (scene.Phase is Phase.Waiting)
        {
            scene.Accepted(new("son"), null);
        }

        if (scene.Phase?.Owner is { } owner)
        {
            scene.When(new EndContact(owner));
        }

        foreach (var writer in scene.Actor.State is ContactState.Live ? scene.Facts.Writers : [])
        {
            scene.Finishes(writer.Agent);
        }
    }

    private static IncomingMessage Message(int n) => new($"m{n}", "twilio", TestPack.Sealed<string>("x"), Scenario.Start, 0);
}
