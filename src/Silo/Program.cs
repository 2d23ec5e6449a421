using Santral.Packs;
using Santral.Silo.Verbs;

// One executable, one verb a line. `./santral` builds it and passes its words on.
return args switch
{
    [] or ["run", ..] => await RunVerb.ExecuteAsync(args),
    ["verify", .. var rest] => await VerifyVerb.ExecuteAsync(rest),
    ["token", .. var rest] => TokenVerb.Execute(rest),
    ["pack", "check", var folder] => PackVerb.Check(folder),
    ["pack", "schema"] => PackCommand.Run(["schema"], Console.Out),
    _ => Usage.Print(),
};

public partial class Program;
