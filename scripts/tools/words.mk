# What the user says is text: make expands nothing in it, and a shell gets it quoted.
# Both the Makefile and rules.mk read it so.

quote = '$(subst ','\'',$1)'

# From the command line or the environment …
$(foreach word,GW_BUILD ARGS EX YES PREFIX DESTDIR,$(eval override $(word) := $$(value $(word))))
# … or from the command line alone: others, too, have a LANGUAGE in the environment.
from_command = $(if $(filter command,$(origin $1)),$(value $1),$2)
$(foreach word,ONLY SIZE SCALE ANSWERS ADDRESS,$(eval override $(word) := $$(call from_command,$(word))))
override THEME := $(call from_command,THEME,light)
override FORMAT := $(call from_command,FORMAT,svg)
override LANGUAGE := $(call from_command,LANGUAGE,en)
override PREFIX := $(or $(PREFIX),/usr/local)
# Everything that is generated; GW_BUILD puts it elsewhere.
override GW_BUILD := $(or $(GW_BUILD),build)
export GW_BUILD ARGS
