"""Spark for the run: whether pyspark and Java are there, and one session."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.faults import Fault, InputFaults

JAVA = 17
GET_JAVA = f"install a JDK {JAVA} or later (Debian: apt-get install openjdk-{JAVA}-jre-headless) or set JAVA_HOME"


def fail(where: str, problem: str, mend: str) -> InputFaults:
    """One plain line, as an exception."""
    return InputFaults([Fault(where, "", "", problem, mend)])


def need_spark() -> None:
    """Raises InputFaults where pyspark or a Java that runs it is absent."""
    missing = [name for name in ("pyspark", "pandas") if find_spec(name) is None]  # mapInArrow asks for pandas
    if missing:
        what = f"{' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} not installed"
        raise fail("--engine spark", what, "pip install 'scopebook[spark]'")
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    if java is None:
        where = f"no bin/java in JAVA_HOME ({home})" if home else "no Java found"
        raise fail("--engine spark", where, GET_JAVA)
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if version is None or int(version[1]) < JAVA:
        what = f"is Java {version[1]}" if version else "does not run"
        raise fail("--engine spark", f"{java} {what}; Spark needs Java {JAVA}", GET_JAVA)


@contextmanager
def session(master: str, settings: dict[str, str]) -> Iterator[Any]:
    """A session with `settings`. Ends with the block, unless a session of the caller's was there before.

    On a master of this machine the workers run this Python, else that of PYSPARK_PYTHON on the workers.
    """
    from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]

    if master.startswith("sc://"):
        mend = "give spark://, yarn, k8s:// or local[*]"
        raise fail(master, "is an address of Spark Connect, which has no broadcast", mend)
    base = SparkSession.getActiveSession()
    ours = base is None
    before = os.environ.get("PYSPARK_PYTHON")
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
    try:
        if base is None:
            builder = SparkSession.builder.appName("scopebook tag").master(master).config("spark.log.level", "FATAL")
            builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty()).lower())
            if master.startswith("local"):
                os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
                builder = builder.config("spark.ui.enabled", "false").config("spark.driver.host", "localhost")
            base = builder.getOrCreate()
            base.sparkContext.setLogLevel("FATAL")
        own = base.newSession()
        for name, value in settings.items():
            own.conf.set(name, value)
        own.createDataFrame([], "a int")  # makes it the active one, without which its settings hold only in part
        yield own
        if not ours:
            base.createDataFrame([], "a int")
    finally:
        if ours and base is not None:
            base.stop()
        if before is None:
            os.environ.pop("PYSPARK_PYTHON", None)
