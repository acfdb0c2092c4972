using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Where regions are, and how long light takes between them.</summary>
/// <remarks>
/// Clouds tell the metropolitan area of a region, not the buildings. The place here is the middle of that area; a building may be
/// <see cref="AreaKilometres"/> off, which is taken off the distance on both ends, so that a floor is never above the true one.
/// </remarks>
public static class RegionPlaces
{
    /// <summary>How far from the middle of its area a building may be, in kilometres.</summary>
    public const double AreaKilometres = 60;

    /// <summary>Of light in glass with a refractive index of 1.4682, as fibre of ITU-T G.652 has it at 1550 nm, in kilometres per millisecond.</summary>
    public const double KilometresPerMs = 299.792458 / 1.4682;

    private const double EarthKilometres = 6371.0088;

    /// <summary>Where the metropolitan areas are from.</summary>
    public static ImmutableArray<Source> Sources { get; } =
    [
        new("https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html", new(2026, 11, 21)) { NotRead = "coordinates: those of the named area, from memory of public maps" },
        new("https://cloud.google.com/compute/docs/regions-zones", new(2026, 11, 21)) { NotRead = "coordinates: those of the named area, from memory of public maps" },
        new("https://www.itu.int/rec/T-REC-G.652", new(2026, 11, 21)) { NotRead = "the index itself, which data sheets of such fibre give" },
    ];

    private static readonly ImmutableDictionary<string, (double Latitude, double Longitude)> Places = new Dictionary<string, (double, double)>(StringComparer.Ordinal)
    {
        ["af-south-1"] = (-33.92, 18.42), // Cape Town
        ["ap-northeast-1"] = (35.68, 139.77), // Tokyo
        ["ap-northeast-2"] = (37.57, 126.98), // Seoul
        ["ap-northeast-3"] = (34.69, 135.50), // Osaka
        ["ap-south-1"] = (19.08, 72.88), // Mumbai
        ["ap-southeast-1"] = (1.35, 103.82), // Singapore
        ["ap-southeast-2"] = (-33.87, 151.21), // Sydney
        ["ca-central-1"] = (45.50, -73.57), // Montreal
        ["eu-central-1"] = (50.11, 8.68), // Frankfurt
        ["eu-central-2"] = (47.38, 8.54), // Zurich
        ["eu-north-1"] = (59.33, 18.07), // Stockholm
        ["eu-south-1"] = (45.46, 9.19), // Milan
        ["eu-west-1"] = (53.35, -6.26), // Dublin
        ["eu-west-2"] = (51.51, -0.13), // London
        ["eu-west-3"] = (48.86, 2.35), // Paris
        ["sa-east-1"] = (-23.55, -46.63), // Sao Paulo
        ["us-east-1"] = (39.04, -77.49), // Ashburn
        ["us-east-2"] = (39.96, -83.00), // Columbus
        ["us-west-1"] = (37.34, -121.89), // San Jose
        ["us-west-2"] = (45.84, -119.70), // Boardman
        ["asia-east1"] = (24.05, 120.52), // Changhua
        ["asia-northeast1"] = (35.68, 139.77), // Tokyo
        ["asia-northeast2"] = (34.69, 135.50), // Osaka
        ["asia-northeast3"] = (37.57, 126.98), // Seoul
        ["asia-south1"] = (19.08, 72.88), // Mumbai
        ["asia-southeast1"] = (1.35, 103.82), // Singapore
        ["australia-southeast1"] = (-33.87, 151.21), // Sydney
        ["europe-north1"] = (60.57, 27.19), // Hamina
        ["europe-west1"] = (50.45, 3.82), // Saint-Ghislain
        ["europe-west2"] = (51.51, -0.13), // London
        ["europe-west3"] = (50.11, 8.68), // Frankfurt
        ["europe-west4"] = (53.44, 6.83), // Eemshaven
        ["europe-west6"] = (47.38, 8.54), // Zurich
        ["europe-west8"] = (45.46, 9.19), // Milan
        ["europe-west9"] = (48.86, 2.35), // Paris
        ["northamerica-northeast1"] = (45.50, -73.57), // Montreal
        ["southamerica-east1"] = (-23.55, -46.63), // Sao Paulo
        ["us-central1"] = (41.26, -95.86), // Council Bluffs
        ["us-east1"] = (33.20, -80.01), // Moncks Corner
        ["us-east4"] = (39.04, -77.49), // Ashburn
        ["us-east5"] = (39.96, -83.00), // Columbus
        ["us-west1"] = (45.59, -121.18), // The Dalles
        ["us-west2"] = (34.05, -118.24), // Los Angeles
        ["us-west4"] = (36.17, -115.14), // Las Vegas
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The regions that have a place here.</summary>
    public static IEnumerable<string> Regions => Places.Keys.Order(StringComparer.Ordinal);

    /// <summary>The least time that a question and its answer take between two regions, in milliseconds: no cable is shorter than the great circle,
    /// and nothing in glass is faster than light. Null where one of them has no place here.</summary>
    public static double? FloorMs(string one, string other) =>
        Places.TryGetValue(one, out var from) && Places.TryGetValue(other, out var to)
            ? 2 * Math.Max(0, GreatCircleKilometres(from, to) - (2 * AreaKilometres)) / KilometresPerMs
            : null;

    private static double GreatCircleKilometres((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (latitude, otherLatitude) = (Radians(from.Latitude), Radians(to.Latitude));
        var (up, along) = (Math.Sin((otherLatitude - latitude) / 2), Math.Sin(Radians(to.Longitude - from.Longitude) / 2));
        return 2 * EarthKilometres * Math.Asin(Math.Sqrt((up * up) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * along * along)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
