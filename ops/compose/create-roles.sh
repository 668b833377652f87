#!/bin/sh
# Runs once, when the database is created. Neither role is a superuser. `tracker` owns the database and migrates;
# `tracker_app` serves and gets its rights with the migrations.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -U postgres <<'SQL'
CREATE ROLE tracker LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner';
CREATE ROLE tracker_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app';
CREATE DATABASE tracker OWNER tracker;
SQL
