#!/usr/bin/env bash
# Makes the embedded fonts again from the public packages. Needs npm, and
# fonttools with brotli (`pip install fonttools brotli`). Run in this folder.
set -euo pipefail
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # package@version -> a folder named after the package
  npm pack --silent "$1" >/dev/null
  local name=${1#@}; name=${name%@*}; name=${name//\//-}
  tar xzf "$name"-*.tgz --one-top-level="$name"
}
open() { # a compressed font -> the same one plain, whose name is printed
  fonttools ttLib.woff2 decompress "$1" -o "${1%.woff2}.ttf" 2>/dev/null
  echo "${1%.woff2}.ttf"
}
fetch @expo-google-fonts/atkinson-hyperlegible-next@0.4.1
fetch @expo-google-fonts/noto-sans@0.4.2
fetch @fontsource/noto-emoji@5.3.2
for script in arabic bengali devanagari ethiopic gujarati gurmukhi hebrew tamil; do
  fetch "@fontsource/noto-sans-$script@5.3.0"
done

# No hinting (paper has dots enough), names kept, one file a weight.
subset() { # source, target, letters, more options
  local source=$1 target=$2 letters=$3; shift 3
  pyftsubset "$source" --output-file="$here/$target.ttf" --unicodes="$letters" --no-hinting \
    --name-IDs=0,1,2,3,4,5,6,13,14,16,17 --drop-tables+=STAT,DSIG --notdef-outline "$@"
}
every='--layout-features=*'

atkinson=expo-google-fonts-atkinson-hyperlegible-next/package
subset $atkinson/400Regular/*.ttf AtkinsonHyperlegibleNext-Regular '*' "$every"
subset $atkinson/700Bold/*.ttf AtkinsonHyperlegibleNext-Bold '*' "$every"
subset $atkinson/400Regular_Italic/*.ttf AtkinsonHyperlegibleNext-Italic '*' "$every"

noto=expo-google-fonts-noto-sans/package
# Two weights of a family have the same letters: the engine looks no further
# than the weight it wants.
letters=U+0020-007E,U+00A0-024F,U+0259,U+02B0-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF
letters=$letters,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-218F,U+2190-2199,U+2212,U+25CC,U+FB00-FB06,U+FFFD
subset $noto/400Regular/*.ttf NotoSans-Regular "$letters"
subset $noto/700Bold/*.ttf NotoSans-Bold "$letters"

arabic=U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200F,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC
fontsource() { open "fontsource-noto-sans-$1/package/files/noto-sans-$1-$1-$2-normal.woff2"; }
subset "$(fontsource arabic 400)" NotoSansArabic-Regular $arabic "$every"
subset "$(fontsource arabic 700)" NotoSansArabic-Bold $arabic "$every"
for script in Bengali Devanagari Gujarati Gurmukhi Hebrew Tamil; do
  subset "$(fontsource "${script,,}" 400)" "NotoSans$script-Regular" '*' "$every"
done
subset "$(fontsource ethiopic 400)" NotoSansEthiopic-Regular U+1200-137F --layout-features=mark,ccmp

# The emoji children and families use most; families and flags are left out.
emoji=U+0020,U+2600,U+2601,U+2614,U+2615,U+261D,U+2665,U+26A1,U+26BD,U+26BE,U+2705,U+2708,U+270A-270D,U+270F,U+2714
emoji=$emoji,U+2728,U+274C,U+2753,U+2757,U+2763,U+2764,U+2B50,U+2B55,U+1F308,U+1F30D,U+1F31E,U+1F31F,U+1F331,U+1F333
emoji=$emoji,U+1F337,U+1F338,U+1F33B,U+1F340,U+1F34C,U+1F34E,U+1F353,U+1F354,U+1F355,U+1F35F,U+1F366,U+1F36A,U+1F36B
emoji=$emoji,U+1F381,U+1F382,U+1F388,U+1F389,U+1F38A,U+1F3A3,U+1F3A4,U+1F3A7,U+1F3A8,U+1F3AC,U+1F3AE,U+1F3AF,U+1F3B5
emoji=$emoji,U+1F3B6,U+1F3B8,U+1F3B9,U+1F3BE,U+1F3C0,U+1F3C3,U+1F3C5,U+1F3C6,U+1F3C8,U+1F3CA,U+1F3CF,U+1F3D0,U+1F3D3
emoji=$emoji,U+1F3E0,U+1F3EB,U+1F408,U+1F415,U+1F431,U+1F434,U+1F436,U+1F438,U+1F439,U+1F43B,U+1F440,U+1F44A-1F44F
emoji=$emoji,U+1F451,U+1F493-1F49C,U+1F4A4,U+1F4A5,U+1F4A9,U+1F4AA,U+1F4AF,U+1F4D6,U+1F4DA,U+1F4DD,U+1F4F1,U+1F525
emoji=$emoji,U+1F600-1F64A,U+1F64B-1F64F,U+1F680,U+1F6B2,U+1F6B4,U+1F6F9,U+1F910-1F917,U+1F91D,U+1F920-1F92F,U+1F938
emoji=$emoji,U+1F947-1F949,U+1F94A,U+1F970,U+1F973-1F976,U+1F97A,U+1F984,U+1F996,U+1F9E0,U+1F9E1,U+1FA75
subset "$(open fontsource-noto-emoji/package/files/noto-emoji-emoji-400-normal.woff2)" NotoEmoji-Regular \
  "$emoji" --layout-features=
