"""The program as a person starts it, without a file, up to its first paint.

With `ready` it goes on until everything is loaded, and gives the longest time between two beats of
a timer that beats every 5 ms: how long the window could not answer. With a file as well, it gives
the same for opening that.
"""

import sys
from pathlib import Path

from watching import painted, say_and_end

WANTED = sys.argv[1:]
BEAT = 5


def watched(program):
    """Give the program itself, looked at when it starts."""
    from PySide6.QtCore import QElapsedTimer, QTimer

    class Watched(program):
        def start(self):
            self.window.painted.connect(self.was_painted)
            super().start()

        def was_painted(self):
            self.found = painted()
            if not WANTED:
                say_and_end(self.found)
            from PySide6.QtCore import Qt

            self.longest, self.last = 0, QElapsedTimer()
            self.beats = QTimer(self, interval=BEAT, timeout=self.beat)
            self.beats.setTimerType(Qt.TimerType.PreciseTimer)
            self.last.start()
            self.beats.start()
            self.ready.connect(self.engine_loaded)

        def beat(self):
            self.longest = max(self.longest, self.last.nsecsElapsed())
            self.last.start()

        def engine_loaded(self):
            # what the paper needs is still under way; this comes after it
            self.background.start(lambda: None, self.all_loaded, print)

        def all_loaded(self, _nothing):
            QTimer.singleShot(2 * BEAT, self.tell_loading)

        def tell_loading(self):
            self.found["loading"] = self.longest / 1e9
            self.longest = 0
            if len(WANTED) == 1:
                say_and_end(self.found)
            self.open_file(Path(WANTED[1]))
            self.workspace.results_changed.connect(self.results_shown)

        def results_shown(self):
            QTimer.singleShot(2 * BEAT, self.tell_opening)

        def tell_opening(self):
            say_and_end({**self.found, "opening": self.longest / 1e9})

    return Watched


def main():
    """Start the program by its own way in."""
    import gc

    gc.disable()  # as the way in does first
    import appraiser.desktop.program as shell
    from appraiser.__main__ import main as way_in

    shell.Program = watched(shell.Program)
    sys.argv = ["appraiser"]
    sys.exit(way_in())


main()
