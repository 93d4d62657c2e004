#!/bin/sh
# Falconet and PyTorch train by turns: images a second of each, medians of some rounds. With one thread they are of
# processor time, which a busy machine disturbs less.
#   ROUNDS=3 MODELS="yolov5n nanodet-m" SIZES="160 320" THREADS="1 2" ./compare.sh
# FALCONET and PYTHON name other commands, WAIT=PASSIVE lets PyTorch's threads sleep as Falconet's do, and
# LAYOUTS=channels_last leaves out PyTorch's slower memory layout.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
falconet=${FALCONET:-$here/../../../falconet}
python=${PYTHON:-python3}
steps=${STEPS:-24}
results=$(mktemp)
trap 'rm -f "$results"' EXIT

ours() {
    recipe=short
    [ "$1" = yolov5n ] && recipe=yolov5
    "$falconet" profile "$1" --training --input "$2" --threads "$3" --batch 16 --steps $((steps + 10)) \
        --recipe $recipe --format csv 2>/dev/null | tail -n 1 |
        awk -F, '{ print "falconet", $4 == 1 ? $6 : $5; print "waiting%", $7 }'
}

theirs() {
    ${WAIT:+env OMP_WAIT_POLICY=$WAIT} "$python" "$here/training_speed.py" --model "$1" --size "$2" --threads "$3" \
        --batch 16 --warm-up 10 --steps "$steps" --layout "$4" |
        sed -n "s|.*: \([0-9.]*\) images/s, \([0-9.]*\) .*|\1 \2|p" |
        awk -v threads="$3" -v layout="$4" '{ print layout, threads == 1 ? $2 : $1 }'
}

for model in ${MODELS:-yolov5n nanodet-m}; do
    for size in ${SIZES:-160 320}; do
        for threads in ${THREADS:-1 2}; do
            : >"$results"
            for round in $(seq "${ROUNDS:-3}"); do
                ours "$model" "$size" "$threads" >>"$results"
                for layout in ${LAYOUTS:-nchw channels_last}; do
                    theirs "$model" "$size" "$threads" "$layout" >>"$results"
                done
            done
            sort -k1,1 -k2,2g "$results" | awk -v where="$model $size px $threads threads" '
                { all[$1] = all[$1] " " $2; count[$1]++ }
                END {
                    line = where
                    for (name in all) {
                        split(all[name], sorted, " ")
                        median[name] = sorted[int((count[name] + 1) / 2)]
                        line = line ", " name " " median[name] " (" substr(all[name], 2) ")"
                    }
                    best = median["nchw"] > median["channels_last"] ? median["nchw"] : median["channels_last"]
                    printf "%s: ratio %.2f\n", line, median["falconet"] / best
                }'
        done
    done
done
