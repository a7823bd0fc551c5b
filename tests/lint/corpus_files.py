# SPDX-License-Identifier: Apache-2.0
"""What the tests that compare the tree with the corpus share."""
import os


def shared_folder():
    """EKIMU_SHARED if it holds corpus/; else None, and why is said."""
    shared = os.environ.get("EKIMU_SHARED")
    if shared and os.path.isdir(os.path.join(shared, "corpus")):
        return shared
    print("skipped: EKIMU_SHARED does not name a folder with a corpus")
    return None


def files_below(top, wanted):
    """The file itself, or all files in the folder whose names are wanted, but
    what others wrote."""
    if os.path.isfile(top):
        yield top
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(set(folders) - {"node_modules"})
        for name in sorted(names):
            if wanted(name):
                yield os.path.join(folder, name)
