namespace CrossCloudMesh.Preview.Commands;

/// <summary>A script for a shell, which asks <c>preview "[suggest:N]" "WORDS"</c> what can stand at letter N of what was typed after the command.</summary>
/// <param name="Shell">The word for <c>completion</c>.</param>
/// <param name="Install">Where its output goes.</param>
/// <param name="Text">The script. What it is told it takes as words, never as code: names of files are among them.</param>
internal sealed record CompletionScript(string Shell, string Install, string Text);

/// <summary>The shells that are known.</summary>
internal static class CompletionScripts
{
    public static IReadOnlyList<CompletionScript> All { get; } =
    [
        new("bash", "in ~/.bashrc: source <(preview completion bash)", """
            # Completion of `preview` in bash.
            _preview() {
              local line="${COMP_LINE:0:COMP_POINT}" word
              line="${line#*"$1"}"
              line="${line# }"
              COMPREPLY=()
              while IFS= read -r word; do
                [[ -n $word && $word == "$2"* ]] && COMPREPLY+=("$word")
              done < <("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
            }
            complete -o default -F _preview preview

            """),
        new("zsh", "in a folder of $fpath: preview completion zsh > ~/.zfunc/_preview", """
            #compdef preview
            # Completion of `preview` in zsh.
            _preview() {
              local line="${(j: :)words[2,CURRENT-1]}"
              (( CURRENT > 2 )) && line+=" "
              line+="$PREFIX"
              local -a found
              found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
              found=(${found:#})
              if (( ${#found} )); then compadd -a found; else _files; fi
            }
            if [[ ${funcstack[1]} == _preview ]]; then _preview; else compdef _preview preview; fi

            """),
        new("fish", "preview completion fish > ~/.config/fish/completions/preview.fish", """
            # Completion of `preview` in fish.
            function __preview_suggest
                set -l words (commandline -opc)
                set -l line (string join ' ' -- $words[2..-1] (commandline -ct))
                command $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c preview -a '(__preview_suggest)'

            """),
        new("pwsh", "in $PROFILE: preview completion pwsh | Out-String | Invoke-Expression", """
            # Completion of `preview` in PowerShell.
            Register-ArgumentCompleter -Native -CommandName preview -ScriptBlock {
                param($word, $tree, $cursor)
                $typed = $tree.Extent.Text.PadRight($cursor - $tree.Extent.StartOffset)
                $line = $typed -replace '^\S+\s?', ''
                $program = $tree.CommandElements[0].Extent.Text
                & $program "[suggest:$($line.Length)]" "$line" 2>$null |
                    Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """),
    ];
}
