using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Something that is shown of every network before it is made, and the fault by which the rule for it is seen to work.</summary>
/// <param name="Number">Its place in the list of part 6 of the research, 1 to 27.</param>
/// <param name="Rule">The rule that covers it, or this part of it.</param>
/// <param name="Fault">What is wrong in the broken plan.</param>
/// <param name="Good">A plan with nothing wrong in it.</param>
/// <param name="Break">Breaks it.</param>
/// <param name="Along">Rules that speak of the same fault in another way.</param>
public sealed record Property(int Number, string Rule, string Fault, Func<PlanDocument> Good, Func<PlanDocument, PlanDocument> Break, params string[] Along)
{
    /// <summary>Whether it is the step from the good plan to the broken one that is refused.</summary>
    public bool IsOfTheStep => Number == 25 && Rule == "link-change-order";
}
