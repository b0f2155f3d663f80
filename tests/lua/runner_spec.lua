-- Whatever a model or an answer starts ends with it, and so do the files that it makes.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local FOLDER = paths.build .. '/tests/runner'
local PROGRAM = [[
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int count, char **word) {
    (void)count;
    if (strcmp(word[1], "daemon") == 0) { /* gets away by two forks and two sessions */
        if (fork() == 0) {
            setsid();
            if (fork() == 0) {
                setsid();
                execl("./daemon-of-runner", "daemon-of-runner", "600", (char *)NULL);
            }
            _exit(0);
        }
        usleep(200000);
        return 3;
    }
    if (strcmp(word[1], "stops its parent") == 0) {
        kill(getppid(), SIGSTOP);
        pause();
    }
    if (strcmp(word[1], "stops itself") == 0)
        raise(SIGSTOP);
    if (strcmp(word[1], "stops its group") == 0)
        kill(0, SIGSTOP);
    if (strcmp(word[1], "starts what stops") == 0) {
        if (fork() == 0)
            raise(SIGSTOP);
        wait(NULL);
    }
    if (strcmp(word[1], "works, and stops what it starts") == 0) {
        if (fork() == 0)
            raise(SIGSTOP);
        for (volatile int i = 0;; i = !i)
            ;
    }
    if (strcmp(word[1], "kills itself") == 0)
        raise(SIGKILL);
    if (strcmp(word[1], "kills its parent") == 0) {
        kill(getppid(), SIGKILL);
        usleep(300000);
    }
    if (strcmp(word[1], "kills all it can") == 0)
        kill(-1, SIGKILL);
    if (strcmp(word[1], "ends as if late") == 0)
        return 124;
    if (strcmp(word[1], "ends as if killed") == 0)
        return 137;
    if (strcmp(word[1], "many") == 0) {
        for (int i = 0; i < 1500; i++)
            if (fork() == 0)
                pause();
        pause();
    }
    if (strcmp(word[1], "aborts") == 0)
        abort();
    if (strcmp(word[1], "kills its group") == 0)
        kill(0, SIGKILL);
    return 7;
}
]]

describe('the runner', function()
  setup(function()
    files.write(FOLDER .. '/program.c', PROGRAM)
    local status, said = shell.run('cd %s && gcc program.c -o program && cp -f $(command -v sleep) daemon-of-runner',
      FOLDER)
    assert(status == 0, said)
  end)

  local CASES = { ['returns'] = { 7, 'exit 7' }, ['daemon'] = { 3, 'exit 3' },
    ['stops its parent'] = { 124, 'time', 'stopped' }, ['stops itself'] = { 124, 'stopped' },
    ['stops its group'] = { 124, 'stopped' }, ['starts what stops'] = { 124, 'stopped' },
    ['works, and stops what it starts'] = { 124, 'time' }, ['many'] = { 126, 'many' }, ['aborts'] = { 134, 'signal 6' },
    ['kills its group'] = { 137, 'group 9' }, ['kills itself'] = { 137, 'signal 9' },
    ['ends as if late'] = { 124, 'exit 124' }, ['ends as if killed'] = { 137, 'exit 137' },
    -- The first of a namespace gets no signal from inside; all that it keeps is gone.
    ['kills its parent'] = { 7, 'exit 7', 'keeper 9' }, ['kills all it can'] = { 7, 'exit 7' } }
  -- Where the system gives no namespace: this one allows none inside.
  local NONE = "unshare -Ur sh -c 'echo 0 >/proc/sys/user/max_pid_namespaces; exec \"$@\"' x "

  -- What a program does, the status, and what the runner says of it. Most wait for their time,
  -- so all run at once.
  local ended = {}
  setup(function()
    local lines = {}
    local runner = paths.runner:match '^/' and paths.runner or '../../../' .. paths.runner
    for what in pairs(CASES) do
      for where, before in pairs { within = '', without = NONE } do
        -- Who counts many needs a namespace, and who kills all he can is to have one.
        if where == 'within' or what ~= 'many' and what ~= 'kills all it can' then
          local seconds = CASES[what][1] == 124 and 2 or 20
          local says = ('"%s, %s"'):format(what, where)
          lines[#lines + 1] = ('{ %stimeout -s KILL 30 %s -9 %d 0 ./program "%s" 9>%s; echo " $?" >>%s; } &')
            :format(before, runner, seconds, what, says, says)
        end
      end
    end
    files.write(FOLDER .. '/all.sh', table.concat(lines, '\n') .. '\nwait\n')
    local status, said = shell.run('cd %s && bash all.sh', FOLDER)
    assert(status == 0, said)
    for what in pairs(CASES) do
      for _, where in ipairs { 'within', 'without' } do
        ended[what .. where] = files.read(('%s/%s, %s'):format(FOLDER, what, where))
      end
    end
  end)

  for what, case in pairs(CASES) do
    it('tells how a program ends: ' .. what, function()
      assert.matches(('^%s[^\n]*\n %d\n$'):format(case[2], case[1]), ended[what .. 'within'])
    end)
    it('tells how a program ends, without a namespace: ' .. what, function()
      if not ended[what .. 'without'] then return end
      local says = case[3] or case[2]
      assert.matches(('^%s[^\n]*\n %d\n$'):format(says, says:match 'keeper' and 137 or case[1]),
        ended[what .. 'without'])
    end)
  end

  it('leaves nothing of them', function()
    assert.same({}, shell.lines 'pgrep -f "^daemon-of-runner|^./program" || true')
  end)
end)

describe('gradcheck', function()
  local MODEL = [[
#include <stdio.h>
#include <unistd.h>
int gradcheck_size(void) { return 1; }
double gradcheck_cost(const double *t) { sleep(9); return t[0]; }
void gradcheck_gradient(const double *t, double *g) { (void)t; g[0] = 1; }
]]

  for _, signal in ipairs { 'INT', 'TERM', 'HUP', 'KILL' } do
    it('leaves no folder behind when it gets ' .. signal, function()
      files.write(FOLDER .. '/model.c', MODEL)
      local status = shell.run([[cd %s && rm -rf temporary && mkdir temporary && here=$PWD && cd ../../.. &&
        { TMPDIR=$here/temporary env --default-signal=INT,TERM,HUP scripts/gradcheck $here/model.c & } ; sleep 0.5
        ls $here/temporary | grep -q gradcheck || exit 77
        kill -%s $!; wait $!
        for k in $(seq 50); do
          status=0
          pgrep -f "$here/temporary" && status=79
          ls -A $here/temporary | grep . && status=78
          [ $status = 0 ] && exit 0
          sleep 0.1
        done
        exit $status]], FOLDER, signal)
      assert.equal(0, status)
    end)
  end
end)
