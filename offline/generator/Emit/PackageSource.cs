using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>All generated files of a package, by file name.</summary>
internal sealed class PackageSource
{
    private readonly Schema _schema;
    private readonly CSharpTypes _types;
    private readonly InputClass _inputs;
    private readonly OutputClass _outputs;

    public PackageSource(Schema schema)
    {
        _schema = schema;
        _types = new CSharpTypes(schema);
        _inputs = new InputClass(_types);
        _outputs = new OutputClass(_types);
    }

    public IEnumerable<(string File, string Text)> Files()
    {
        yield return Write(_schema.Root, "Utilities", text => UtilitiesClass.Write(text, _schema));
        foreach (var entry in _schema.Entries)
        {
            var space = entry.Module.Length == 0 ? _schema.Root : $"{_schema.Root}.{entry.Module}";
            switch (entry.Kind)
            {
                case "enum":
                    yield return Write(space, entry.Name, text => EnumStruct.Write(text, entry));
                    break;
                case "type":
                    foreach (var file in Nested(entry))
                        yield return file;
                    break;
                case "function":
                    yield return Write(space, entry.Name, text => Function(text, entry));
                    break;
                default:
                    foreach (var file in Resource(entry, space))
                        yield return file;
                    break;
            }
        }
    }

    private static (string File, string Text) Write(string space, string name, Action<SourceText> body)
    {
        var text = new SourceText(space);
        body(text);
        return ($"{space}.{name}.g.cs", text.ToString());
    }

    private IEnumerable<(string File, string Text)> Resource(Entry entry, string space)
    {
        var args = entry.With("arg", "arg!").Select(p => new InputProperty(p, p.Has("arg!"), p.Has("secret"))).ToList();
        var apart = _schema.IsKubernetes && entry.Kind == "resource";
        yield return Write(space, entry.Name, text =>
        {
            new ResourceClass(_schema, _types).Write(text, entry);
            if (!apart)
                _inputs.Write(text.Line(""), "public sealed class", entry.Name + "Args", "ResourceArgs", Form.Args, args);
            if (entry.Kind == "resource" && !apart)
                State(text.Line(""), entry);
            if (entry.Values("method").Contains("terraformConfig"))
                _outputs.Write(text.Line(""), "ProviderTerraformConfigResult", Form.Result, [(new Property("result {any}", 0), false)]);
        });
        if (!apart)
            yield break;
        var (place, name) = _types.Place(entry.FullName, Form.Args);
        yield return Write(place, name, text => _inputs.Write(text, "public class", name, "ResourceArgs", Form.Args, args));
    }

    private void State(SourceText text, Entry entry)
    {
        var state = entry.With("state").Select(p => new InputProperty(p, required: false, p.Has("secret-out"))).ToList();
        _inputs.Write(text, "public sealed class", entry.Name + "State", "ResourceArgs", Form.Get, state);
    }

    private void Function(SourceText text, Entry entry)
    {
        FunctionClass.Write(text, entry, $"global::{_schema.Root}.Utilities");
        var args = entry.With("arg", "arg!").Select(p => new InputProperty(p, p.Has("arg!"), secret: false)).ToList();
        if (args.Count > 0)
        {
            _inputs.Write(text.Line(""), "public sealed class", entry.Name + "Args", "InvokeArgs", Form.Plain, args);
            _inputs.Write(text.Line(""), "public sealed class", entry.Name + "InvokeArgs", "InvokeArgs", Form.InvokeInput, args);
        }

        _outputs.Write(text.Line(""), entry.Name + "Result", Form.Result, [.. entry.With("result", "result?").Select(p => (p, p.Has("result?")))]);
    }

    private IEnumerable<(string File, string Text)> Nested(Entry entry)
    {
        var head = _schema.IsKubernetes ? "public class" : "public sealed class";
        var inputs = entry.Properties.Select(p => new InputProperty(p, !p.IsOptional, p.Has("secret"))).ToList();
        foreach (var form in Forms(entry))
        {
            var (space, name) = _types.Place(entry.FullName, form);
            var parent = form == Form.Plain ? "InvokeArgs" : "ResourceArgs";
            yield return Write(space, name, text =>
            {
                if (form is Form.Output or Form.Result)
                    _outputs.Write(text, name, form, [.. entry.Properties.Select(p => (p, p.IsOptional))]);
                else
                    _inputs.Write(text, head, name, parent, form, inputs);
            });
        }
    }

    private static IEnumerable<Form> Forms(Entry entry)
    {
        if (entry.Has("args"))
            yield return Form.Args;
        if (entry.Has("get"))
            yield return Form.Get;
        if (entry.Has("invoke"))
        {
            yield return Form.Plain;
            yield return Form.InvokeInput;
        }

        if (entry.Has("out"))
            yield return Form.Output;
        if (entry.Has("result"))
            yield return Form.Result;
    }
}
