using CrossCloudMesh.Plan.Pictures;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Every component is told once, where a reader looks for it.</summary>
[Collection(Evaluations.Name)]
public class PlacesTests
{
    [Theory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task EveryRoot_StandsInOnePlace(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);

        Assert.Equal(
            plan.Resources.Where(resource => resource.Parent is null && !resource.IsProvider).Select(root => root.Urn).Order(StringComparer.Ordinal),
            Places.Of(plan).SelectMany(place => place.Roots).Select(root => root.Urn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SitesComeFirst_ThenLinks_ThenWhatIsForAll()
    {
        var places = Places.Of(await ShippedPlan.OfAsync("prod"));

        Assert.Equal(
            [
                "Site aws-eu", "Site aws-us", "Site dc-frankfurt", "Site gcp-eu", "Site gcp-us",
                "Link atlantic", "Link eu", "Link eu-us", "Link frankfurt", "Link us", "Link us-eu",
                "Stack ",
            ],
            places.Select(place => $"{place.Kind} {place.Name}"));
    }

    [Fact]
    public async Task WhatALinkHasAtASite_IsTheLinks()
    {
        var link = Places.Of(await ShippedPlan.OfAsync("prod")).Single(place => place.Name == "us-eu");

        Assert.Equal(
            ["us-eu-aws-us-door", "us-eu-gcp-eu-door", "us-eu-link", "us-eu-alarms-google", "us-eu-alarms-us-east-1"],
            link.Roots.Select(root => root.Name));
    }
}
