"""Flask-SocketIO, which is python-socketio inside: namespace "/" only, over polling; "echo" is echoed.

The argument says who may read: an origin, "*", or nothing for the library's default.
Prints {"port": <n>} when it listens on 127.0.0.1, and ends when its standard input does.
"""

import json
import logging
import sys
import threading

from flask import Flask
from flask_socketio import SocketIO

logging.getLogger("werkzeug").setLevel(logging.ERROR)
origin = sys.argv[1] if len(sys.argv) > 1 else None
app = Flask(__name__)
io = SocketIO(app, async_mode="threading", cors_allowed_origins=origin)


@io.on("connect")
def connected():
    pass


@io.on("echo")
def echo(*values):
    io.emit("echo", values)
    return values


from werkzeug.serving import make_server

server = make_server("127.0.0.1", 0, app, threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({"port": server.server_port}), flush=True)
sys.stdin.read()
