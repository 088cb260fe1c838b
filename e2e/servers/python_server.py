"""A WebSocket server that shares no code with the others: Python's `websockets`.

Echoes text and binary, speaks the subprotocols named as arguments, and closes at once with
<code> at /close/<code>. Prints {"port": <n>} when it listens on 127.0.0.1, and ends when its
standard input does, so that it cannot outlive whoever started it.
"""

import asyncio
import json
import sys

import websockets


def path_of(connection):
    """The path of the handshake; newer releases keep it in the request."""
    path = getattr(connection, "path", None)
    return path if path is not None else connection.request.path


async def serve(connection):
    path = path_of(connection)
    if path.startswith("/close/"):
        await connection.close(int(path.removeprefix("/close/")), "closed as asked")
        return
    try:
        async for message in connection:
            await connection.send(message)
    except websockets.exceptions.ConnectionClosed:
        pass


async def main():
    subprotocols = sys.argv[1:] or None
    async with websockets.serve(serve, "127.0.0.1", 0, subprotocols=subprotocols) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print(json.dumps({"port": port}), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
