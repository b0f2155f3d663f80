#!/bin/sh
# J = (1 - x)^2 + 100 (y - x^2)^2 and its gradient, for: gradcheck -- sh model.sh
full() { awk "BEGIN { x = $1; y = $2; $3 }"; }
while read -r word count rest; do
    case $word in
    gradcheck) answer=1 ;;
    size) answer=2 ;;
    cost) answer=; for _ in $(seq "$count"); do
        read -r x y; answer="$answer $(full "$x" "$y" 'printf "%.17g", (1 - x)^2 + 100 * (y - x^2)^2')"; done ;;
    gradient) read -r x y; answer=$(full "$x" "$y" \
        'printf "%.17g %.17g", -2 * (1 - x) - 400 * x * (y - x^2), 200 * (y - x^2)') ;;
    *) answer='?' ;;
    esac
    echo "$word $answer"
done
