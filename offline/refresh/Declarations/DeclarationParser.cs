namespace CrossCloudMesh.Refresh.Declarations;

/// <summary>Reads the regular declarations that Pulumi's code generator writes; anything else is stepped over.</summary>
internal sealed class DeclarationParser(List<Token> tokens, DeclarationFile file)
{
    private int _at;

    private Token Current => tokens[_at];

    public void ParseAll()
    {
        while (Current.Kind != TokenKind.End)
            Declaration("");
    }

    private void Declaration(string scope)
    {
        var deprecated = Current.Deprecated;
        while (Accept("export") || Accept("declare") || Accept("abstract"))
        {
        }

        if (Accept("namespace"))
            Namespace(scope);
        else if (Accept("interface"))
            Interface(scope);
        else if (Accept("class"))
            Class(scope, deprecated);
        else if (Accept("function"))
            Function(deprecated);
        else if (Accept("const"))
            Constant(scope);
        else
            SkipStatement();
    }

    private void Namespace(string scope)
    {
        var inner = scope + Take() + ".";
        Expect("{");
        while (!Accept("}"))
            Declaration(inner);
    }

    private void Interface(string scope)
    {
        var name = scope + Take();
        while (Current.Value != "{")
            _at++;
        file.Interfaces[name] = Members(out _, out _);
    }

    private void Class(string scope, bool deprecated)
    {
        var name = Take();
        var parent = Accept("extends") ? Take() : "";
        while (Current.Value != "{")
            _at++;
        var properties = Members(out var constructor, out var methods);
        var optional = constructor.FirstOrDefault(p => p.Name.StartsWith("args", StringComparison.Ordinal))?.Optional ?? true;
        file.Classes[scope + name] = new(name, parent, properties, optional, deprecated) { Methods = methods };
    }

    private void Function(bool deprecated)
    {
        var name = Take();
        var parameters = Parameters();
        Expect(":");
        file.Functions[name] = new(name, parameters, Type(), deprecated);
        Accept(";");
    }

    private void Constant(string scope)
    {
        var name = scope + Take();
        Expect(":");
        if (Type() is ObjectSyntax value)
            file.Constants[name] = value.Members;
        Accept(";");
    }

    private List<MemberSyntax> Members(out IReadOnlyList<MemberSyntax> constructor, out IReadOnlyList<string> methods)
    {
        var members = new List<MemberSyntax>();
        var called = new List<string>();
        constructor = [];
        methods = called;
        Expect("{");
        while (!Accept("}"))
        {
            var deprecated = Current.Deprecated;
            var isStatic = false;
            while (Next.Kind is TokenKind.Name or TokenKind.Text && Current.Value is "readonly" or "static" or "private" or "protected")
            {
                isStatic |= Current.Value == "static";
                _at++;
            }

            if (Current.Value == "[" || Next.Value == ";")
            {
                SkipStatement();
                continue;
            }

            var name = Take();
            var optional = Accept("?");
            if (Current.Value == "(")
            {
                var parameters = Parameters();
                if (name == "constructor")
                    constructor = parameters;
                else if (!isStatic)
                    called.Add(name);
                SkipStatement();
                continue;
            }

            Expect(":");
            members.Add(new(name, Type(), optional, deprecated));
            Accept(";");
        }

        return members;
    }

    private List<MemberSyntax> Parameters()
    {
        var parameters = new List<MemberSyntax>();
        Expect("(");
        while (!Accept(")"))
        {
            var name = Take();
            var optional = Accept("?");
            Expect(":");
            parameters.Add(new(name, Type(), optional, false));
            Accept(",");
        }

        return parameters;
    }

    private TypeSyntax Type()
    {
        var members = new List<TypeSyntax>();
        do
        {
            if (Accept("obj") && Accept("is"))
                _at++;
            else
                members.Add(Postfix());
        }
        while (Accept("|"));
        return members.Count == 1 ? members[0] : new UnionSyntax(members);
    }

    private TypeSyntax Postfix()
    {
        var type = Primary();
        while (Current.Value == "[" && Next.Value == "]")
        {
            _at += 2;
            type = new ListSyntax(type);
        }

        return type;
    }

    private TypeSyntax Primary()
    {
        if (Current.Kind == TokenKind.Text)
            return new LiteralSyntax(Take());
        if (Accept("("))
        {
            var inner = Type();
            Expect(")");
            return inner;
        }

        if (Current.Value == "{" && Next.Value == "[")
            return Map();
        if (Current.Value == "{")
            return new ObjectSyntax(Members(out _, out _));
        var name = Take();
        if (!Accept("<"))
            return new NameSyntax(name, null);
        var argument = Type();
        while (Accept(","))
            Type();
        Expect(">");
        return new NameSyntax(name, argument);
    }

    private MapSyntax Map()
    {
        Expect("{");
        while (!Accept("]"))
            _at++;
        Expect(":");
        var value = Type();
        Accept(";");
        Expect("}");
        return new MapSyntax(value);
    }

    private void SkipStatement()
    {
        for (var depth = 0; Current.Kind != TokenKind.End;)
        {
            var value = Current.Value;
            if (depth == 0 && value == "}")
                return;
            _at++;
            if (value is "{" or "(")
                depth++;
            else if (value is "}" or ")")
                depth--;
            else if (depth == 0 && value == ";")
                return;
        }
    }

    private Token Next => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    private string Take() => tokens[_at++].Value;

    private bool Accept(string value)
    {
        if (Current.Kind == TokenKind.Text || Current.Value != value)
            return false;
        _at++;
        return true;
    }

    private void Expect(string value)
    {
        if (!Accept(value))
            throw new RefreshException($"declaration: expected '{value}' near '{string.Join(' ', tokens.Skip(_at - 4).Take(8).Select(t => t.Value))}'; the package has a form this tool does not know");
    }
}
