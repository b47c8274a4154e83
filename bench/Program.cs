using LmsWorkflow.Bench;

// dotnet run -c Release --project bench -- w1|resume|guard|proof|record|many|start [--seconds N] [--postgres CONNECTION]
var options = BenchOptions.Read(args);
return options.What switch
{
    "w1" => await W1Bench.Run(options),
    "resume" => await ResumeBench.Run(options),
    "guard" => GuardBench.Run(),
    "proof" => ProofBench.Run(),
    "record" => await RecordBench.Run(options),
    "many" => await ManyBench.Run(options),
    "start" => await StartBench.Run(options),
    "bare" => await BareWebApp.Run(),
    _ => BenchOptions.Usage(),
};
