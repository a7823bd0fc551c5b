# SPDX-License-Identifier: Apache-2.0
"""Chromium without a window, spoken to over a pair of pipes (DevTools protocol,
JSON ended by NUL): one start for many pages, no network, no script of a page."""
import base64
import json
import os
import subprocess
from pathlib import Path

WORDS = ("chromium", "--headless=new", "--remote-debugging-pipe",
         "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-dev-shm-usage",
         "--host-resolver-rules=MAP * ~NOTFOUND")
READ_FD, WRITE_FD = 3, 4  # that the browser expects


class Browser:
    def __init__(self, room):
        its_in, self.out = os.pipe()
        self.into, its_out = os.pipe()
        script = 'exec "$@" %d<&%d %d>&%d' % (READ_FD, its_in, WRITE_FD,
                                              its_out)
        # Above 3 and 4, so that the shell's redirections do not meet.
        self.process = subprocess.Popen(
            ["sh", "-c", script, "sh", *WORDS,
             "--user-data-dir=" + os.path.join(room, "browser")],
            pass_fds=(its_in, its_out), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(its_in)
        os.close(its_out)
        self.rest, self.number = b"", 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (EOFError, OSError):
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.into)
        os.close(self.out)

    def receive(self):
        while b"\0" not in self.rest:
            piece = os.read(self.into, 1 << 16)
            if not piece:
                raise EOFError("the browser has gone")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]))
                return answer["result"]

    def open(self, path):
        """A session on the page, when it is loaded."""
        target = self.call("Target.createTarget", url="about:blank")
        session = self.call("Target.attachToTarget", flatten=True,
                            targetId=target["targetId"])["sessionId"]
        self.call("Page.enable", session)
        self.call("Emulation.setScriptExecutionDisabled", session, value=True)
        self.call("Page.navigate", session, url=Path(path).absolute().as_uri())
        while True:
            event = self.receive()
            if event.get("method") == "Page.loadEventFired" and \
                    event.get("sessionId") == session:
                return target["targetId"], session

    def evaluate(self, path, expression):
        target, session = self.open(path)
        answer = self.call("Runtime.evaluate", session, returnByValue=True,
                           expression=expression)
        self.call("Target.closeTarget", targetId=target)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"]["value"]

    def pdf(self, path):
        target, session = self.open(path)
        answer = self.call("Page.printToPDF", session)
        self.call("Target.closeTarget", targetId=target)
        return base64.b64decode(answer["data"])
