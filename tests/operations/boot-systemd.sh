#!/bin/sh
# Becomes systemd as the first process of its own namespaces, with the units of a folder and the target that starts them.
set -eu
units=$1
mount --make-rprivate /
mount -t tmpfs tmpfs /run
umount -l /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount -t tmpfs tmpfs /etc/systemd/system
cp "$units"/*.service "$units"/*.timer /etc/systemd/system/
# Nothing of the machine itself is started, and its /tmp stays.
for unit in tmp.mount systemd-udevd.service systemd-networkd.service console-getty.service dev-hugepages.mount; do
  ln -s /dev/null "/etc/systemd/system/$unit"
done
ln -s /usr/lib/systemd/system/basic.target /etc/systemd/system/default.target
export container=other
exec /lib/systemd/systemd --system --log-target=console --show-status=0
