# Keeps watch over a disk that lies in FOLDER/disk: cuts its power when it reads a line, and takes the whole folder away when
# its standard input ends, in whatever way the process has ended that held the other end.
# Run as `perl power-guard.pl FOLDER`; answers each line, and says `ready` first. Perl is in every Debian.
use strict;
use warnings;

$SIG{$_} = 'IGNORE' for qw(INT TERM HUP PIPE);
$| = 1;
my ($folder) = @ARGV;
my $place = "$folder/disk";

# FS_IOC_SHUTDOWN with NOLOGFLUSH (Linux, fs/ext4/ioctl.c and fs/xfs/xfs_fsops.c): from now on nothing reaches the disk, and
# what was not synced never does.
sub cut {
    my $no_log_flush = pack 'L', 2;
    sysopen my $disk, $place, 0 or return "cannot open: $!";
    ioctl $disk, 0x8004587d, $no_log_flush or return "cannot cut: $!";
    return 'cut';
}

sub is_mounted {
    open my $mounts, '<', '/proc/self/mounts' or return 0;
    return scalar grep { (split / /)[1] eq $place } <$mounts>;
}

print "ready\n";
print cut(), "\n" while defined <STDIN>;
while (is_mounted()) {
    last if system('umount', '-l', $place) != 0;
}
system 'rm', '-rf', '--one-file-system', $folder;
