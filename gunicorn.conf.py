"""How gunicorn serves the monitor; it reads this file by itself where it is started in this folder.

Whose word on the reader is believed is the setting MONITOR_PROXIES and nothing else (callbacks/front_door.py). Left alone, gunicorn
would take the scheme and the path from the headers of any peer on the same machine or on a unix socket.
"""

secure_scheme_headers: dict[str, str] = {}
forwarder_headers = ""
forwarded_allow_ips = ""

control_socket_disable = True  # a container may have no folder for it, and two monitors of one user would share it
