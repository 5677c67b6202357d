"""Packs a folder into an archive, the same bytes each time, or writes the SHA-256 sums of the files in a folder.

    pack.py FOLDER ARCHIVE      ARCHIVE ends in .zip or .tar.gz; the folder stands in it under its own name
    pack.py --sums FOLDER       writes FOLDER/SHA256SUMS, of every file in it
"""

import gzip
import hashlib
import os
import sys
import tarfile
import zipfile
from pathlib import Path

WHEN = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))  # the first moment that a zip can name
PROGRAMS = {"healthcheck", "healthcheck.exe"}


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def mode(path):
    return 0o755 if path.name in PROGRAMS else 0o644


def pack_zip(folder, archive):
    import time

    when = time.gmtime(max(WHEN, 315532800))[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in files(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode(path)) << 16
            packed.writestr(entry, path.read_bytes())


def pack_tar(folder, archive):
    with open(archive, "wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as zipped:
        with tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as packed:
            for path in files(folder):
                entry = tarfile.TarInfo(path.relative_to(folder.parent).as_posix())
                entry.size, entry.mode, entry.mtime = path.stat().st_size, mode(path), WHEN
                with open(path, "rb") as content:
                    packed.addfile(entry, content)


def sums(folder):
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in files(folder)
        if path.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), newline="\n")


if __name__ == "__main__":
    if sys.argv[1] == "--sums":
        sums(Path(sys.argv[2]))
    else:
        folder, archive = Path(sys.argv[1]).resolve(), sys.argv[2]
        (pack_zip if archive.endswith(".zip") else pack_tar)(folder, archive)
