"""A contestant of pages.py: python3-readability, from bytes to article."""
import gzip
import logging
import sys
import time

from readability import Document

logging.disable(logging.CRITICAL)
pages = [gzip.open(path).read() for path in sys.argv[1:]]
print("ready", flush=True)
for _ in sys.stdin:
    before = time.process_time()
    for page in pages:
        try:
            document = Document(page)
            document.title()
            document.summary()
        except Exception:  # noqa: BLE001: a page that it cannot read still took its time
            pass
    print(time.process_time() - before, flush=True)
