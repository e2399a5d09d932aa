"""The front: an own nginx that serves files and passes the rest on, as a production bench has."""

import os

from provision.layout import Bench, calling_user

CONFIGURATION = """\
{user}
worker_processes 1;
daemon off;
pid "{runtime}/nginx/nginx.pid";
error_log "{logs}/nginx.error.log";

events {{ worker_connections 512; }}

http {{
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	access_log off;
	sendfile on;
	server_tokens off;
	keepalive_timeout 65;
	gzip on;
	gzip_types text/css application/javascript application/json image/svg+xml;
	# Larger than what Frappe accepts, so that its own message is the one people read.
	client_max_body_size 100m;

	client_body_temp_path "{runtime}/nginx/body";
	proxy_temp_path "{runtime}/nginx/proxy";
	fastcgi_temp_path "{runtime}/nginx/fastcgi";
	uwsgi_temp_path "{runtime}/nginx/uwsgi";
	scgi_temp_path "{runtime}/nginx/scgi";

	map $http_upgrade $connection_upgrade {{ default upgrade; "" close; }}
	# Browsers send no origin with a plain request to the page's own address; Frappe 16 asks for one.
	map $http_origin $origin_or_own {{ default $http_origin; "" $scheme://$http_host; }}

	server {{
		listen 127.0.0.1:{public};
		server_name _;
		root "{sites}";

		proxy_http_version 1.1;
		proxy_set_header Host $http_host;
		# The client's own word for these is not passed on: rate limits and links rest on them.
		proxy_set_header X-Forwarded-For $remote_addr;
		proxy_set_header X-Forwarded-Proto $scheme;
		# One site answers under every name, 127.0.0.1 included.
		proxy_set_header X-Frappe-Site-Name {site};

		add_header X-Frame-Options SAMEORIGIN;
		add_header X-Content-Type-Options nosniff;
		add_header Referrer-Policy same-origin;

		# `expires`, since a header that a location adds would take from it those of the server.
		# Built files carry a hash in their name; other scripts and styles keep theirs and are asked for anew.
		location ~ ^/assets/[^/]+/dist/ {{
			try_files $uri =404;
			expires 1y;
		}}

		# Fonts, sounds and pictures change with an update of the software at most, and a desk shows a dozen as it opens.
		location ~* ^/assets/.*\\.(woff2?|ttf|mp3|svg|png|jpe?g|gif|ico)$ {{
			try_files $uri =404;
			expires 1d;
		}}

		location /assets {{
			try_files $uri =404;
			expires -1;
		}}

		# Frappe checks who asks and answers with the path; only then this location is used.
		location ~ ^/protected/(.*) {{
			internal;
			try_files /{site}/$1 =404;
		}}

		location /socket.io {{
			proxy_set_header Upgrade $http_upgrade;
			proxy_set_header Connection $connection_upgrade;
			proxy_set_header Origin $origin_or_own;
			proxy_set_header Host $http_host;
			proxy_set_header X-Forwarded-For $remote_addr;
			proxy_set_header X-Frappe-Site-Name {site};
			proxy_read_timeout 3600;
			proxy_pass http://127.0.0.1:{socketio};
		}}

		location / {{
			rewrite ^(.+)/$ $1 permanent;
			try_files /{site}/public/$uri @web;
		}}

		location ~* ^/files/.*\\.(htm|html|svg|xml)$ {{
			# Uploaded pages are given to keep, never shown: they would run in the office's name.
			add_header Content-Disposition attachment;
			add_header X-Content-Type-Options nosniff;
			add_header X-Frame-Options SAMEORIGIN;
			add_header Referrer-Policy same-origin;
			try_files /{site}/public/$uri @web;
		}}

		location @web {{
			proxy_read_timeout 120;
			proxy_redirect off;
			proxy_set_header X-Use-X-Accel-Redirect True;
			proxy_set_header Connection "";
			proxy_set_header Host $http_host;
			proxy_set_header X-Forwarded-For $remote_addr;
			proxy_set_header X-Forwarded-Proto $scheme;
			proxy_set_header X-Frappe-Site-Name {site};
			proxy_pass http://127.0.0.1:{gunicorn};
		}}
	}}
}}
"""


def write_configuration(bench: Bench, ports: dict[str, int]) -> None:
	"""Write nginx.conf for this bench and its ports."""
	folder = bench.runtime / "nginx"
	folder.mkdir(parents=True, exist_ok=True)
	# Started by root, nginx would hand its work to a user who cannot read this folder.
	user = f"user {calling_user()};" if os.getuid() == 0 else ""
	text = CONFIGURATION.format(
		user=user,
		runtime=bench.runtime,
		logs=bench.logs,
		sites=bench.sites,
		site=bench.site,
		public=ports["public"],
		gunicorn=ports["gunicorn"],
		socketio=ports["socketio"],
	)
	(folder / "nginx.conf").write_text(text)
