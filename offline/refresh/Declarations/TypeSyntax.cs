namespace CrossCloudMesh.Refresh.Declarations;

/// <summary>A type as it stands in a declaration file.</summary>
internal abstract record TypeSyntax;

/// <summary>A dotted name, with the one type argument that Input, Output and Promise take.</summary>
internal sealed record NameSyntax(string Name, TypeSyntax? Argument) : TypeSyntax;

internal sealed record ListSyntax(TypeSyntax Element) : TypeSyntax;

internal sealed record MapSyntax(TypeSyntax Value) : TypeSyntax;

internal sealed record UnionSyntax(IReadOnlyList<TypeSyntax> Members) : TypeSyntax;

internal sealed record LiteralSyntax(string Text) : TypeSyntax;

internal sealed record ObjectSyntax(IReadOnlyList<MemberSyntax> Members) : TypeSyntax;

internal sealed record MemberSyntax(string Name, TypeSyntax Type, bool Optional, bool Deprecated);
